# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion of normscape-cli for fish. What may stand where is read from the program's own help and from the project.

# The table that an option's ids are in.
function __normscape_cli_table
    switch $argv[1]
        case initiative
            echo initiatives
        case first second publisher
            echo actors
        case issues
            echo issues
        case exclude-country
            echo countries
    end
end

# items HEADING WORD…: what stands in each line under a heading of the help, with what is said of it.
function __normscape_cli_items
    normscape-cli $argv[2..] --help 2>/dev/null | sed -n "/^$argv[1].*:\$/,/^\$/s/^  \([^ ][^ ]*\)  */\1\t/p"
end

# files WORD ENDING…: folders, and files with one of the endings; all files for none.
function __normscape_cli_files
    set -l word $argv[1]
    for path in $word*/
        echo $path
    end
    for path in $word*
        test -f $path; or continue
        if not set -q argv[2]; or contains -- (string split -r -m 1 . $path)[-1] $argv[2..]
            echo $path
        end
    end
end

# values OPTION STANDS_FOR WORD PROJECT
function __normscape_cli_values
    set -l table (__normscape_cli_table $argv[1])
    set -l stands_for $argv[2]
    if test -n "$table"
        # Several are parted by commas or semicolons; the last is the one at hand.
        set -l before (string match -r '^.*[,;]' -- $argv[3])
        test -f "$argv[4]"; or return
        for line in (normscape-cli list $argv[4] $table 2>/dev/null)
            echo "$before$line"
        end
    else if string match -q '*{*}' -- $stands_for
        __normscape_cli_files "$argv[3]" (string split , -- (string replace -r '.*\{(.*)\}' '$1' -- $stands_for))
    else if test "$stands_for" = FILE
        __normscape_cli_files "$argv[3]"
    else if string match -q -r '\||^[^A-Z]+$' -- $stands_for
        string split '|' -- $stands_for
    end
end

# options HELP GIVEN…: the options that are not yet given; files may be written several at a time.
function __normscape_cli_options
    for option in (string match -g -r '^  (?:-h, )?(--\S+)' -- (string split \n -- $argv[1]))
        set -l name (string split -m 1 = -- $option)
        if not string match -q '*FILE*' -- $option; and string match -q -r "^$name[1](=|\$)" -- $argv[2..]
            continue
        end
        if set -q name[2]
            echo $name[1]=
        else
            echo $option
        end
    end
end

function __normscape_cli
    set -l words (commandline -opc)[2..]
    set -l word (commandline -ct)
    if not set -q words[1]
        __normscape_cli_items Verbs
        printf '%s\n' --help --version
        return
    end

    set -l verb $words[1]
    set -l help (normscape-cli $verb --help 2>/dev/null | string collect)
    test -n "$help"; or return
    # An option may take the next word: any report's, because the report is found only after its options.
    if string match -q -r '^--[^=]+$' -- $words[2..]
        for report in (__normscape_cli_items Reports $verb | string split -f 1 \t)
            set help $help\n(normscape-cli $verb $report --help 2>/dev/null | string collect)
        end
    end
    set -l places
    set -l pending
    for given in $words[2..]
        if set -q pending[1]
            set -e pending
        else if not string match -q -- '-*' $given
            set -a places $given
        else if string match -q -r '^--[^=]+$' -- $given; and string match -q -r "\n  $given=" -- $help
            set pending (string sub -s 3 -- $given)
        end
    end
    set -l before
    if string match -q -- '--*=*' $word
        set -l parts (string split -m 1 = -- $word)
        set before $parts[1]=
        set pending (string sub -s 3 -- $parts[1])
        set word $parts[2]
    end

    # Now only those of the report.
    if contains $verb report figure; and set -q places[2]
        set help (normscape-cli $verb $places[2] --help 2>/dev/null | string collect)
    end
    if set -q pending[1]
        set -l stands_for (string match -g -r "\n  --$pending=(\S+)" -- $help)
        for value in (__normscape_cli_values $pending "$stands_for" "$word" "$places[1]")
            echo "$before$value"
        end
    else if string match -q -- '-*' $word
        __normscape_cli_options $help $words[2..]
    else
        switch $verb,(count $places)
            case '*,0'
                __normscape_cli_files "$word" normscape
            case report,1 figure,1
                __normscape_cli_items Reports $verb
            case import,1 export,1 list,1
                __normscape_cli_items Tables $verb
            case import,2 export,2
                __normscape_cli_files "$word" csv
        end
    end
end

complete -c normscape-cli -f -a '(__normscape_cli)'
