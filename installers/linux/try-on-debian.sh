#!/bin/sh
# Tries the relay out as a service of a fresh Debian 12, as docs/operating.md sets it up: boots one in
# an emulator, with systemd and control groups, and runs programs there, well-behaved and not. Says what
# became of each and ends with 0 if all is well, in 10 to 30 minutes: try-on-debian.sh FOLDER
#
# It has to be root on Debian 12, with debootstrap, qemu-system-x86 and e2fsprogs, JAVA_HOME as a JDK 25,
# relay-server/target/tandem-relay.jar, and 10 GB of room in FOLDER. Packages come from where this
# computer's apt has them; the emulated one has no network.
set -eu

folder=$(mkdir -p "$1" && cd "$1" && pwd)
source=$(CDPATH='' cd "$(dirname "$0")/../.." && pwd)
root=$folder/root
packages=$(sed -n 's/^apt-get install \(bubblewrap .*\)/\1/p' "$source/docs/operating.md")

if [ ! -e "$root/installed" ]; then
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' | head -n 1)
    debootstrap --include=linux-image-amd64,systemd-sysv bookworm "$root" "$mirror"
    mount -t proc proc "$root/proc"
    # shellcheck disable=SC2086 # one word per package
    DEBIAN_FRONTEND=noninteractive chroot "$root" apt-get install -y -qq --no-install-recommends $packages
    umount "$root/proc"
    touch "$root/installed"
fi

mkdir -p "$root/opt/tandem" "$root/etc/tandem/languages"
[ -d "$root/usr/lib/jvm/jdk-25" ] || cp -R "$JAVA_HOME" "$root/usr/lib/jvm/jdk-25"
chroot "$root" update-alternatives --install /usr/bin/java java /usr/lib/jvm/jdk-25/bin/java 2500
cp "$source/relay-server/target/tandem-relay.jar" "$root/opt/tandem/"
cp "$source/installers/linux/tandem-relay.service" "$root/etc/systemd/system/"
printf 'host: 127.0.0.1\naccess: {open-host: true}\nruns: {languages: /etc/tandem/languages}\n' >"$root/etc/tandem/relay.yaml"
printf '%s\n' 'name: Python' 'file: main.py' 'probe: python3 --version' 'run: exec python3 main.py' \
    'limits: {wall: 200s, interactive: 300s, cpu: 200s, memory: 128MiB}' >"$root/etc/tandem/languages/python.yaml"
chroot "$root" id tandem || chroot "$root" useradd --system --home-dir /var/lib/tandem --shell /usr/sbin/nologin tandem
printf '%s\n' '[Unit]' After=multi-user.target '[Service]' 'ExecStart=/usr/bin/python3 /opt/trial.py' \
    'ExecStopPost=/usr/bin/systemctl --no-block poweroff' StandardOutput=tty StandardError=tty \
    TTYPath=/dev/ttyS0 '[Install]' WantedBy=multi-user.target >"$root/etc/systemd/system/trial.service"
chroot "$root" systemctl -q enable tandem-relay trial
chroot "$root" systemctl -q mask serial-getty@ttyS0 # the trial speaks there

cat >"$root/opt/trial.py" <<'END_OF_TRIAL'
import glob, json, os, pwd, socket, struct, subprocess, sys, time, urllib.request
RELAY = "http://127.0.0.1:8377"
GROUP = "/sys/fs/cgroup/system.slice/tandem-relay.service"

def call(path, body=None):
    request = urllib.request.Request(RELAY + path, body and json.dumps(body).encode(), {"Content-Type": "application/json"})
    return json.load(urllib.request.urlopen(request, timeout=60))

def shell(line): return subprocess.run(line, shell=True, capture_output=True, text=True).stdout
def broken(*fault):
    sys.__excepthook__(*fault)
    print("WRONG", shell("journalctl -u tandem-relay -o cat | tail -n 40"), flush=True)
sys.excepthook = broken
def until(seconds, condition):
    while seconds > 0 and not condition(): time.sleep(1); seconds -= 1
def sandbox(starts):
    until(900, lambda: shell("journalctl -u tandem-relay -o cat | grep -c sandbox:").strip() == str(starts))
    check("the sandbox", "with a control group" in (said := str(call("/health/ready"))), said)

class Room:
    def __init__(self, code):
        session = call("/api/v1/sessions", {"title": "Trial", "language": "python", "code": code})
        self.socket = socket.create_connection(("127.0.0.1", 8377), 300)
        self.file, self.id, self.said = self.socket.makefile("rb"), 0, ""
        self.socket.sendall((f"GET /api/v1/room HTTP/1.1\r\nHost: 127.0.0.1:8377\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Protocol: tandem.v1\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n").encode())
        while self.file.readline().strip(): pass
        self.say("join_room", hostToken=session["hostToken"], name="Ada")
    def say(self, kind, **payload):
        self.id += 1
        text = json.dumps({"type": kind, "id": self.id, "payload": payload}).ljust(126).encode()
        self.socket.sendall(struct.pack("!BBH4x", 0x81, 0xFE, len(text)) + text)
    def hear(self, kind):
        while True:
            first, length = self.file.read(2)
            if length > 125: length = int.from_bytes(self.file.read(2 if length == 126 else 8), "big")
            text = self.file.read(length)
            message = json.loads(text) if first & 15 == 1 else {"type": ""}
            if first & 15 == 9: self.socket.sendall(b"\x8a\x80\0\0\0\0") # it pings
            assert message["type"] != "error", message
            if message["type"] == "code_output": self.said += message["payload"]["text"]
            if message["type"] == kind: return message["payload"]
    def run(self):
        self.say("run_code", doc="main")
        return self.hear("ack")["runId"]

def check(what, good, *facts):
    print("WELL " if good else "WRONG", what, *facts, flush=True)

sandbox(1)
room = Room("name = input('Who? ')\nprint('hello', name)")
run = room.run(); room.hear("code_output")
check("its group", glob.glob(GROUP + "/run-*"), shell(f"cd {GROUP} && grep . run-*/memory.max run-*/pids.max run-*/cpu.weight"))
room.say("run_input", runId=run, text="Mert\n")
check("what is typed arrives", "hello Mert" in room.hear("code_output")["text"])
check("it ends well", (end := room.hear("run_finished"))["exitCode"] == 0, end)

def ended(what, code, word):
    room = Room(code); room.run(); end = room.hear("run_finished")
    check(what, word in str(end), end)
ended("a hog", "x = []\nwhile True: x.append(bytearray(1 << 24))", "memory_limit")
ended("a hog of files in memory", "for i in range(4): open(f'/tmp/{i}', 'wb').write(b'x' * (15 << 20))\nx = bytearray(b'x') * (90 << 20)", "memory_limit")
check("the kernel ended it", "Memory cgroup out of memory" in shell("dmesg"))
ended("a million files", "for i in range(10**6): open(f'/tmp/{i}', 'w').close()", "16384 files")
room = Room("import os\nn = 0\ntry:\n while True:\n  if os.fork() == 0: __import__('time').sleep(60)\n  n += 1\nexcept OSError as e: print(n, e)")
room.run(); room.hear("run_finished")
check("a fork bomb", "unavailable" in room.said, room.said)
until(300, lambda: not glob.glob(GROUP + "/run-*")) # the languages are still asked for their versions
check("no group stays", not glob.glob(GROUP + "/run-*"))
shell("systemctl kill -s KILL tandem-relay")
sandbox(2) # it comes back by itself
room = Room("print('on', flush=True)\nwhile True: pass"); room.run(); room.hear("code_output")
check("it stops", subprocess.call(["systemctl", "stop", "tandem-relay"]) == 0)
own = [p for p in glob.glob("/proc/[0-9]*") if os.stat(p).st_uid == pwd.getpwnam("tandem").pw_uid]
check("nothing stays", not os.path.exists(GROUP) and not own and not glob.glob("/tmp/*tandem*"),
      shell("systemctl show -p Result -p ExecMainStatus tandem-relay"))
print("THE END", flush=True)
END_OF_TRIAL
rm -f "$folder/disk"
mkfs.ext4 -q -d "$root" "$folder/disk" 7G
timeout 2400 qemu-system-x86_64 -m 4096 -smp 2 -cpu max -nographic -no-reboot -nic none \
    -drive "file=$folder/disk,format=raw,if=virtio" -kernel "$root/vmlinuz" -initrd "$root/initrd.img" \
    -append 'root=/dev/vda rw console=ttyS0 quiet' </dev/null | tee "$folder/log"
grep -q 'THE END' "$folder/log" && ! grep -q '^WRONG' "$folder/log"
