# Tries to get out of the sandbox in small ways. Prints a line for each way that is open, what its
# namespaces are, and at the end that it came there.
open() {
    what=$1
    shift
    if "$@" >/dev/null 2>&1; then echo "open $what"; fi
}
status() {
    grep -q "^$1:[[:space:]]*$2\$" /proc/self/status || echo "open $3"
}
open "a file of the relay" cat "$1"
open "the passwords of this computer" cat /etc/shadow
open "home folders" ls /home /root
open "writing to /" touch /file
open "writing to /usr" touch /usr/file
open "writing to /dev" touch /dev/file
open "writing to its sources" touch /src/file
open "user namespaces" unshare --user true
open "mounting" mount -t tmpfs none /tmp
open "raising a limit" prlimit --nofile=1048576 true
status Seccomp 2 "all system calls"
status NoNewPrivs 1 "new privileges"
status CapEff 0000000000000000 "capabilities"
status CapBnd 0000000000000000 "getting capabilities"
[ "$(tail -n +3 /proc/net/dev | wc -l)" = 1 ] || echo "open the network"
[ "$(ls -d /proc/[0-9]* | wc -l)" -lt 9 ] || echo "open other processes"
[ "$(env | grep -cvE '^(PATH|HOME|TMPDIR|LANG|PYTHONUNBUFFERED|PWD|OLDPWD|SHLVL|_)=')" = 0 ] ||
    echo "open the environment"
for kind in net pid mnt ipc uts user; do
    echo "namespace $kind $(readlink /proc/self/ns/$kind)"
done
echo through
