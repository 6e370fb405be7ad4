# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Where Normscape is built and run; sourced by run, test and enter. A system that has the libraries in its own packages
# is used as it is ("native"). On an older Debian or Ubuntu a Debian 13 root is made once in the user's cache folder and
# entered; build-aux/enter-root makes its mounts. Nothing is printed to standard output.

set -u
checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P) || exit 125
: "${HOME:=$(getent passwd "$(id -u)" | cut -d: -f6)}"
export HOME
cache=${XDG_CACHE_HOME:-$HOME/.cache}/normscape

# Ends this program with one sentence, after what was kept back. Descriptor 5 is where errors go, whatever is kept back.
exec 5>&2
die ()
{
  [ -z "${log:-}" ] || { tail -n 40 "$log" >&5; rm -f "$log"; }
  printf '%s: %s\n' "${0##*/}" "$1" >&5
  exit 125
}

# What takes minutes says so, but only to a person or a log that asked for it.
say ()
{
  if [ -t 2 ] || [ "${talk:-no}" = yes ]; then printf '%s\n' "$1" >&2; fi
}

# Runs a command with its output kept back; shows the output only where it fails.
quietly ()
{
  local log status=0
  log=$(mktemp) || return 1
  # In this same process, so that what it starts is ended with it.
  "$@" > "$log" 2>&1 < /dev/null || status=$?
  [ $status = 0 ] || tail -n 40 "$log" >&2
  rm -f "$log"
  return $status
}

as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# can_install COMMAND: says what to run where this user cannot install packages.
can_install ()
{
  as_root true 2> /dev/null ||
    die "packages are missing and this user cannot install them; as root, run: $1"
}

# Prints the packages of one list that belong to the groups named: build, run, test.
packages ()
{
  local list=$1
  shift
  awk -v groups=" $* " '/^# To / { wanted = index (groups, " " $3 " ") } !/^#/ && NF && wanted { print $1 }' "$list"
}

at_least ()
{
  [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

# Prints the package manager of a system that is new enough to be used as it is, nothing for another.
native_manager ()
{
  (
    ID='' ID_LIKE='' VERSION_ID=''
    # shellcheck disable=SC1091
    [ -r /etc/os-release ] && . /etc/os-release
    case $ID in
      debian) [ -z "$VERSION_ID" ] || at_least 13 "$VERSION_ID" && echo apt ;;
      ubuntu) at_least 25.04 "$VERSION_ID" && echo apt ;;
      fedora) at_least 42 "$VERSION_ID" && echo dnf ;;
      *) case " $ID $ID_LIKE " in *" arch "*) echo pacman ;; esac ;;
    esac
  )
}

apt_install ()
{
  can_install "apt-get install --no-install-recommends $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 update
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 --no-install-recommends install "$@"
}

# --- The system's own packages

native_missing ()
{
  local manager=$1
  shift
  case $manager in
    apt)
      dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2> /dev/null |
        awk 'BEGIN { for (i = 1; i < ARGC; i++) wanted[ARGV[i]]; ARGC = 1 }
             $2 == "installed" { delete wanted[$1] }
             END { for (name in wanted) print name }' "$@" ;;
    dnf) rpm -q --whatprovides "$@" 2> /dev/null | sed -n 's/^no package provides //p' ;;
    pacman) pacman -T "$@" ;;
  esac
}

native_install ()
{
  case $1 in
    apt) shift; apt_install "$@" ;;
    dnf) shift; can_install "dnf install $*"; as_root dnf -q -y --setopt=install_weak_deps=False install "$@" ;;
    pacman) shift; can_install "pacman -S $*"; as_root pacman -S --needed --noconfirm "$@" ;;
  esac
}

# find_missing GROUP…: which packages of the groups are not installed, in the array missing.
find_missing ()
{
  local list wanted
  case $manager in apt) list=debian ;; dnf) list=fedora ;; pacman) list=arch ;; esac
  mapfile -t wanted < <(packages "$checkout/build-aux/packages.$list" "$@")
  mapfile -t missing < <(native_missing "$manager" "${wanted[@]}")
}

native_prepare ()
{
  local locale
  find_missing "$@"
  if [ ${#missing[@]} -gt 0 ]; then
    say "Installing ${#missing[@]} packages with $manager."
    wait_for_turn "$cache/.lock"
    quietly native_install "$manager" "${missing[@]}" || die "these packages could not be installed: ${missing[*]}"
    end_turn
  fi
  case " $* " in
    *' test '*)
      for locale in zh_CN en_US; do
        locale -a 2> /dev/null | grep -qi "^$locale\.utf-\?8$" ||
          quietly as_root localedef -i $locale -f UTF-8 $locale.UTF-8 ||
          die "the locale $locale.UTF-8 is needed by the tests and could not be made"
      done ;;
  esac
}

# --- The Debian 13 root

wait_for_turn ()
{
  mkdir -p "${1%/*}" || die "${1%/*} cannot be made; it holds what is installed once"
  exec 8> "$1"
  flock -n 8 && return
  say 'Waiting for another run that installs the same.'
  flock 8
}

end_turn ()
{
  exec 8>&-
}

# How a process of its own mounts and process numbers is made here; empty where that is refused.
find_unshare ()
{
  unshare_prefix=(unshare --mount --pid --fork --kill-child)
  [ "$(id -u)" = 0 ] || unshare_prefix=(unshare --user --map-root-user --mount --pid --fork --kill-child)
  "${unshare_prefix[@]}" mount -t tmpfs tmpfs /tmp 2> /dev/null || unshare_prefix=()
}

remove_tree ()
{
  [ -e "$1" ] || return 0
  # Some files of an ordinary user's root belong to that user's subordinate ids.
  if [ "$(id -u)" = 0 ]; then
    rm -rf --one-file-system "$1"
  else
    unshare --user --map-root-user --map-auto rm -rf --one-file-system "$1"
  fi
}

# make_root PACKAGE,… OPTION…: makes $root of the packages, with these options of mmdebstrap too.
make_root ()
{
  local part=$root.part options
  if ! command -v mmdebstrap > /dev/null; then
    command -v apt-get > /dev/null ||
      die 'mmdebstrap is needed to make a Debian 13 root; please install it'
    quietly apt_install mmdebstrap uidmap ca-certificates debian-archive-keyring ||
      die 'mmdebstrap could not be installed'
  fi
  remove_tree "$part" || die "$part is left from an interrupted run and cannot be removed"
  options=(--variant=minbase --aptopt='Acquire::Languages "none"' --aptopt='Acquire::Retries "3"'
           --aptopt='APT::Install-Recommends "false"' --dpkgopt=force-unsafe-io --include="$1" "${@:2}")
  if [ "$(id -u)" != 0 ]; then
    # The files must belong to this user outside and to root inside, so the tree is unpacked under our own mapping.
    options+=(--mode=unshare --format=tar --customize-hook="echo '$(id -un):x:$(id -u):$(id -g)::$HOME:/bin/bash' >> \"\$1/etc/passwd\""
              --customize-hook="echo '$(id -gn):x:$(id -g):' >> \"\$1/etc/group\"")
    mkdir -p "$part" || return 1
    ( set -o pipefail
      setpriv --pdeathsig KILL mmdebstrap "${options[@]}" trixie - |
        unshare --user --map-root-user --map-auto tar -C "$part" -x --exclude='./dev/*' ) || return 1
  elif [ ${#unshare_prefix[@]} -gt 0 ]; then
    # In a namespace of its own nothing stays mounted or running, however this ends.
    setpriv --pdeathsig KILL "${unshare_prefix[@]}" mmdebstrap "${options[@]}" --mode=root --format=directory trixie "$part" || return 1
  else
    mmdebstrap "${options[@]}" --mode=root --skip=chroot/mount,check/canmount --format=directory trixie "$part" || return 1
  fi
  mv -T "$part" "$root"
}

# have_root FILE PACKAGE,… OPTION…: names $root after FILE, and makes it with make_root where it is not there yet.
have_root ()
{
  root=$cache/trixie-$(sha256sum "$1" | cut -c 1-12)
  find_unshare
  if [ ${#unshare_prefix[@]} = 0 ] && [ "$(id -u)" != 0 ]; then
    die "a Debian 13 root is needed here, and this user may not enter one: run as root, or allow user namespaces (sysctl kernel.unprivileged_userns_clone=1, on Ubuntu kernel.apparmor_restrict_unprivileged_userns=0; package uidmap; a line for $(id -un) in /etc/subuid and /etc/subgid)"
  fi
  [ -d "$root" ] && return
  wait_for_turn "$root.lock"
  if ! [ -d "$root" ]; then
    say 'Making a Debian 13 root with all that is needed, once; this takes about two minutes.'
    quietly make_root "${@:2}" || die "the Debian 13 root $root could not be made; see above, and run again"
  fi
  end_turn
}

root_prepare ()
{
  have_root "$checkout/build-aux/packages.debian" \
    "$(packages "$checkout/build-aux/packages.debian" build run test | paste -sd,)" \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --customize-hook='for l in zh_CN en_US; do chroot "$1" localedef -i $l -f UTF-8 $l.UTF-8; done' \
    --customize-hook='chroot "$1" dbus-uuidgen > "$1/etc/machine-id"'
}

# --- Both

# prepare GROUP…: installs what the groups need and is missing.
prepare ()
{
  root=''
  manager=$(native_manager)
  if [ -n "$manager" ]; then native_prepare "$@"; else root_prepare; fi
}

# Whether what the tests need is there too.
is_complete ()
{
  [ -z "$manager" ] || { find_missing test; [ ${#missing[@]} = 0 ]; }
}

# Whether a folder can be shown inside at its own path without hiding the root's own system.
can_be_bound ()
{
  case $1/ in
    /|//|/bin/*|/boot/*|/dev/*|/etc/*|/lib/*|/lib32/*|/lib64/*|/libx32/*|/proc/*|/run/*|/sbin/*|/sys/*|/usr/*) return 1 ;;
    /var/tmp/*|/var/home/*) return 0 ;;
    /var/*) return 1 ;;
  esac
}

# Collects what is to be seen inside, each once and outer folders first, in the array binds.
find_binds ()
{
  local here=$1 path address
  binds=("$checkout" "$here" /etc/resolv.conf)
  [ "$HOME" = / ] || binds+=("$HOME")
  [ "${private_tmp:-no}" = yes ] || binds+=(/tmp)
  for path in /media /mnt; do
    [ ! -d $path ] || binds+=($path)
  done
  if [ "${private_tmp:-no}" != yes ]; then
    address=${DBUS_SESSION_BUS_ADDRESS:-}
    case $address in unix:path=*) address=${address#unix:path=}; address=${address%%[,;]*} ;; *) address='' ;; esac
    path=${WAYLAND_DISPLAY:-}
    case $path in /*) ;; *) path='' ;; esac
    binds+=("${XDG_RUNTIME_DIR:-}" "$path" "$address" "${XAUTHORITY:-}")
  fi
  for path in "${!binds[@]}"; do
    case ${binds[path]} in /?*) [ -e "${binds[path]}" ] || unset "binds[path]" ;; *) unset "binds[path]" ;; esac
  done
  mapfile -d '' -t binds < <(printf '%s\0' "${binds[@]}" | LC_ALL=C sort -z -u)
}

# inside COMMAND…: runs it in this folder where the dependencies are, and ends this program with its exit status.
inside ()
{
  local here inner status
  here=$(pwd -P 2> /dev/null) || die 'the folder this was started in is gone'
  [ -n "$root" ] || exec "$@" 5>&-
  case $here/ in
    "$HOME"/*|"$checkout"/*) ;;
    *) can_be_bound "$here" || die "started in $here, which is the system's; start in the checkout, your home, /media, /mnt or a folder of your own" ;;
  esac
  [ ${#unshare_prefix[@]} -gt 0 ] || inside_plain_chroot "$here" "$@"
  find_binds "$here"

  # unshare itself holds back SIGTERM and outlives a killed parent, so it is watched from here: a signal sent to this
  # process reaches the command, and if this process is killed nothing is left running.
  ( trap - INT QUIT
    exec 5>&-
    exec setpriv --pdeathsig KILL "${unshare_prefix[@]}" sh "$checkout/build-aux/enter-root" "$root" "$(id -u)" "$(id -g)" \
      "$here" ${#binds[@]} "${binds[@]}" "$@" ) <&0 &
  inner=$!
  trap 'pass_on TERM $inner' TERM
  trap 'pass_on HUP $inner' HUP
  trap : INT QUIT
  while kill -0 $inner 2> /dev/null; do wait $inner; done
  wait $inner
  status=$?
  exit $status
}

# Sends a signal to the children of the first process of the namespace that the process given has made.
pass_on ()
{
  local first children
  # The kernel ends these lists without a newline, for which read gives an error after having read them.
  read -r first _ < "/proc/$2/task/$2/children"
  read -r children < "/proc/$first/task/$first/children"
  # shellcheck disable=SC2086
  kill -s "$1" $children
} 2> /dev/null

# Without mounts the root can only see files of its own, so it works on a copy of the checkout at the same path; what the
# command made or changed there, builds left out, is copied back.
inside_plain_chroot ()
{
  local here=$1 copy=$root$checkout status
  shift
  case $here/ in
    "$checkout"/*) ;;
    *) die "this system refuses mounts (unshare), so only the checkout can be reached: start in $checkout, or run as root with the right to mount (CAP_SYS_ADMIN)" ;;
  esac
  case $root/ in "$checkout"/*) die "the cache folder $cache lies in the checkout, which has to be copied into it; set XDG_CACHE_HOME to another" ;; esac
  exec 7< "$root"
  flock 7
  mkdir -p "$copy" || exit 125
  find "$copy" -mindepth 1 -maxdepth 1 ! -name '_build*' -exec rm -rf {} +
  tar -C "$checkout" --exclude='./_build*' --exclude=./.git -c . | tar -C "$copy" -x || exit 125
  chroot "$root" /bin/sh -c ': > /tmp/.started; cd "$1" && shift && PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin "$@"' sh "$here" "$@"
  status=$?
  ( cd "$copy" && find . -path './_build*' -prune -o -type f -cnewer "$root/tmp/.started" -print0 ) |
    tar -C "$copy" --null -T - -c | tar -C "$checkout" -x
  exit $status
}
