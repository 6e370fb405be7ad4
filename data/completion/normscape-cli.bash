# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Completion of normscape-cli for bash. What may stand where is read from the program's own help and from the project.

# The table that an option's ids are in.
_normscape_cli_table ()
{
  case $1 in
    initiative) echo initiatives ;;
    first|second|publisher) echo actors ;;
    issues) echo issues ;;
    exclude-country) echo countries ;;
  esac
}

# items HEADING: what stands first in each line under a heading of the help on standard input.
_normscape_cli_items ()
{
  sed -n "/^$1.*:\$/,/^\$/s/^  \([^ ][^ ]*\).*/\1/p"
}

# value_of OPTION: what stands for its value in the help on standard input.
_normscape_cli_value_of ()
{
  sed -n "s/^  --$1=\([^ ]*\).*/\1/p" | head -n 1
}

# offer WORD CANDIDATE…: those that begin with WORD, as the shell has to be given them.
_normscape_cli_offer ()
{
  local word=$1 candidate quoted
  shift
  for candidate; do
    printf -v quoted %q "$candidate"
    [[ $candidate != "$word"* ]] || COMPREPLY+=("${quoted//\\,/,}")
  done
}

# offer_files WORD ENDINGS: folders, and files with one of the endings parted by commas; all files for none.
_normscape_cli_offer_files ()
{
  local word=$1 endings=$2 path
  for path in "$word"*; do
    if [ -d "$path" ]; then
      COMPREPLY+=("$(printf %q "$path")/")
    elif [ -e "$path" ] && [[ -z $endings || ",$endings," == *",${path##*.},"* ]]; then
      COMPREPLY+=("$(printf %q "$path")")
    fi
  done
  [[ ${#COMPREPLY[@]} != 1 || ${COMPREPLY[0]} != */ ]] || compopt -o nospace 2> /dev/null
}

# The functions below are called by _normscape_cli and use its array candidates.

# offer_values PROGRAM OPTION STANDS_FOR WORD PROJECT
_normscape_cli_offer_values ()
{
  local program=$1 option=$2 stands_for=$3 word=$4 project=$5 table before
  table=$(_normscape_cli_table "$option")
  if [ -n "$table" ]; then
    # Several are parted by commas or semicolons; the last is the one at hand.
    before=${word%"${word##*[,;]}"}
    [ ! -f "$project" ] || mapfile -t candidates < <("$program" list "$project" "$table" 2> /dev/null | cut -f 1)
    _normscape_cli_offer "$word" "${candidates[@]/#/$before}"
  elif [[ $stands_for == *'{'*'}' ]]; then
    stands_for=${stands_for#*\{}
    _normscape_cli_offer_files "$word" "${stands_for%\}}"
  elif [[ $stands_for == FILE ]]; then
    _normscape_cli_offer_files "$word" ''
  elif [[ $stands_for != *[[:upper:]]* || $stands_for == *'|'* ]]; then
    IFS='|' read -r -a candidates <<< "$stands_for"
    _normscape_cli_offer "$word" "${candidates[@]}"
  fi
}

# offer_places PROGRAM VERB WORD PLACE…: what may stand behind the places that are there.
_normscape_cli_offer_places ()
{
  local program=$1 verb=$2 word=$3
  shift 3
  case $verb,$# in
    *,0) _normscape_cli_offer_files "$word" normscape ;;
    report,1|figure,1)
      mapfile -t candidates < <("$program" "$verb" --help 2> /dev/null | _normscape_cli_items Reports)
      _normscape_cli_offer "$word" "${candidates[@]}" ;;
    import,1|export,1|list,1)
      mapfile -t candidates < <("$program" "$verb" --help 2> /dev/null | _normscape_cli_items Tables)
      _normscape_cli_offer "$word" "${candidates[@]}" ;;
    import,2|export,2) _normscape_cli_offer_files "$word" csv ;;
  esac
}

# offer_options HELP WORD GIVEN…: the options that are not yet given; files may be written several at a time.
_normscape_cli_offer_options ()
{
  local help=$1 word=$2 option given
  shift 2
  while read -r option; do
    for given; do
      [[ ${given%%=*} != "${option%%=*}" || $option == *FILE* ]] || continue 2
    done
    if [[ $option == *=* ]]; then option=${option%%=*}=; fi
    [[ $option != "$word"* ]] || COMPREPLY+=("$option")
  done < <(sed -n 's/^  \(-h, \)\{0,1\}\(--[^ ]*\).*/\2/p' <<< "$help")
  [[ ${#COMPREPLY[@]} != 1 || ${COMPREPLY[0]} != *= ]] || compopt -o nospace 2> /dev/null
}

_normscape_cli ()
{
  local program=$1 words=() places=() candidates=() word verb help name stands_for pending='' at=0
  COMPREPLY=()
  # Bash parts words at “=”; here an option and its value are one again.
  for ((at = 1; at <= COMP_CWORD; at++)); do
    word=${COMP_WORDS[at]}
    if [[ ${#words[@]} -gt 0 && ( ${words[-1]} == --*= || $word == = && ${words[-1]} == --* ) ]]; then
      words[-1]+=$word
    else
      words+=("$word")
    fi
  done
  word=${words[-1]}
  unset 'words[-1]'
  if [ ${#words[@]} = 0 ]; then
    help=$("$program" --help 2> /dev/null)
    mapfile -t candidates < <(_normscape_cli_items Verbs <<< "$help")
    _normscape_cli_offer "$word" "${candidates[@]}" --help --version
    return
  fi

  verb=${words[0]}
  help=$("$program" "$verb" --help 2> /dev/null) || return
  # An option may take the next word: any report's, because the report is found only after its options.
  if [[ " ${words[*]:1}" =~ ' '--[^=\ ]+(' '|$) ]]; then
    mapfile -t candidates < <(_normscape_cli_items Reports <<< "$help")
    for name in "${candidates[@]}"; do help+=$'\n'$("$program" "$verb" "$name" --help 2> /dev/null); done
    candidates=()
  fi
  for name in "${words[@]:1}"; do
    if [ -n "$pending" ]; then
      pending=''
    elif [[ $name != -* ]]; then
      places+=("$name")
    elif [[ $name == --* && $name != *=* && -n $(_normscape_cli_value_of "${name#--}" <<< "$help") ]]; then
      pending=${name#--}
    fi
  done
  if [[ $word == --*=* ]]; then
    pending=${word%%=*}
    pending=${pending#--}
    word=${word#*=}
  fi

  # Now only those of the report.
  case $verb in
    report|figure)
      [ ${#places[@]} -lt 2 ] || help=$("$program" "$verb" "${places[1]}" --help 2> /dev/null) || return ;;
  esac
  if [ -n "$pending" ]; then
    stands_for=$(_normscape_cli_value_of "$pending" <<< "$help")
    _normscape_cli_offer_values "$program" "$pending" "$stands_for" "$word" "${places[0]}"
    [[ $COMP_WORDBREAKS == *=* || ${COMP_WORDS[COMP_CWORD]} != --*=* ]] || COMPREPLY=("${COMPREPLY[@]/#/--$pending=}")
  elif [[ $word == -* ]]; then
    _normscape_cli_offer_options "$help" "$word" "${words[@]:1}"
  else
    _normscape_cli_offer_places "$program" "$verb" "$word" "${places[@]}"
  fi
}

complete -F _normscape_cli normscape-cli
