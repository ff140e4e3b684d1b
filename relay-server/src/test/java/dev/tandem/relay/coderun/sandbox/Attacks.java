package dev.tandem.relay.coderun.sandbox;

import static dev.tandem.relay.coderun.sandbox.Attack.held;
import static dev.tandem.relay.coderun.sandbox.Attack.inPython;
import static dev.tandem.relay.coderun.sandbox.Attack.python;
import static dev.tandem.relay.coderun.sandbox.Attack.stopped;
import static dev.tandem.relay.coderun.sandbox.Stop.CPU;
import static dev.tandem.relay.coderun.sandbox.Stop.FILES;
import static dev.tandem.relay.coderun.sandbox.Stop.MEMORY;
import static dev.tandem.relay.coderun.sandbox.Stop.OUTPUT;
import static dev.tandem.relay.coderun.sandbox.Stop.TIME;

import dev.tandem.relay.coderun.sandbox.Attack.Bare;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Programs that want more than they may. The numbers of system calls are those of x86_64. They
/// find in the environment, where it is not cleared, `CANARY`, a file of the host's that everyone
/// may read, `OPEN_FOLDER`, a folder there to which everyone may write, and `PORT`, on which
/// somebody listens; and the same three as arguments.
final class Attacks {
    private Attacks() {}

    static Stream<Attack> all() {
        return Stream.of(
                        processes(),
                        memory(),
                        disk(),
                        output(),
                        time(),
                        network(),
                        secrets(),
                        tampering(),
                        privileges(),
                        systemCalls(),
                        compilers())
                .flatMap(List::stream);
    }

    private static List<Attack> processes() {
        return List.of(
                python(
                        "a fork bomb, in a loop",
                        Bare.NEVER,
                        """
                        made = 0
                        try:
                            while made < 1000:
                                if os.fork() == 0:
                                    time.sleep(100)
                                made += 1
                        except OSError:
                            print("HELD", made)
                        else:
                            print("LEAK", made)
                        """),
                stopped(
                        "a fork bomb, exponential",
                        "echo BEGUN; exec 2>/dev/null; f() { f | f & }; f; exec sleep 1000",
                        TIME,
                        CPU),
                python(
                        "a bomb of threads",
                        Bare.NEVER,
                        """
                        def bomb():
                            for _ in range(1000):
                                threading.Thread(target=time.sleep, args=(100,), daemon=True).start()
                        attempt(bomb)
                        sys.stdout.flush()
                        os._exit(0)
                        """),
                held(
                        "a daemon that wants to outlive its program",
                        Bare.NEVER,
                        "(setsid sleep 1000 >/dev/null 2>&1 &); echo HELD"),
                held(
                        "a daemon that holds the output",
                        Bare.NEVER,
                        "(setsid sleep 1000 &); echo HELD"),
                python(
                        "children that nobody buries",
                        Bare.NEVER,
                        """
                        for _ in range(40):
                            if os.fork() == 0:
                                os._exit(0)
                        print("HELD")
                        """));
    }

    private static List<Attack> memory() {
        return List.of(
                stopped(
                        "a hog of the heap",
                        inPython(
                                """
                                x = []
                                while True:
                                    try: x.append(bytearray(1 << 20))
                                    except MemoryError: time.sleep(1000)
                                """),
                        MEMORY),
                stopped(
                        "a hog of shared memory",
                        inPython(
                                """
                                m = mmap.mmap(-1, 1 << 29)
                                for i in range(0, 1 << 29, 4096): m[i] = 1
                                time.sleep(100)
                                """),
                        MEMORY),
                stopped(
                        "shared memory that nobody has just now",
                        inPython(
                                """
                                m = mmap.mmap(-1, 1 << 30)
                                for i in range(0, 1 << 30, 1 << 20):
                                    m[i : i + (1 << 20)] = bytes(1 << 20)
                                    m.madvise(mmap.MADV_DONTNEED, i, 1 << 20)
                                time.sleep(100)
                                """),
                        MEMORY),
                stopped(
                        "what waits in sockets",
                        inPython(
                                """
                                kept = []
                                for i in range(24):
                                    if os.fork() == 0: break
                                for i in range(28):
                                    pair = socket.socketpair()
                                    kept.append(pair)
                                    for one in pair:
                                        one.setblocking(False)
                                        try:
                                            while True: one.send(bytes(1 << 16))
                                        except BlockingIOError: pass
                                time.sleep(100)
                                """),
                        MEMORY),
                stopped(
                        "many processes that each take a little",
                        inPython(
                                """
                                for i in range(20):
                                    if os.fork() == 0:
                                        x = bytearray(os.urandom(1 << 20) * 20)
                                        time.sleep(100)
                                time.sleep(100)
                                """),
                        MEMORY),
                python(
                        "outliving the relay when memory is short",
                        Bare.LEAKS,
                        """
                        def outlive():
                            with open("/proc/self/oom_score_adj", "w") as f: f.write("999")
                        attempt(outlive)
                        """),
                stopped(
                        "tables of pages that are all the same one",
                        inPython(
                                """
                                for _ in range(20):
                                    m = mmap.mmap(-1, 1 << 38, mmap.MAP_PRIVATE, mmap.PROT_READ)
                                    for i in range(0, 1 << 38, 1 << 21): m[i]
                                time.sleep(100)
                                """),
                        MEMORY),
                python(
                        "memory in a file without a name",
                        Bare.LEAKS,
                        "attempt(lambda: os.memfd_create('x'))"),
                python(
                        "shared memory of System V",
                        Bare.LEAKS,
                        """
                        def share():
                            segment = libc.shmget(0, 4096, 0o1600)
                            if segment == -1:
                                raise OSError(ctypes.get_errno(), "refused")
                            libc.shmctl(segment, 0, None)
                        attempt(share)
                        """),
                python(
                        "locked memory",
                        Bare.LEAKS_AS_ROOT,
                        """
                        def lock():
                            m = mmap.mmap(-1, 1 << 22)
                            address = ctypes.addressof(ctypes.c_char.from_buffer(m))
                            call(149, ctypes.c_void_p(address), ctypes.c_size_t(1 << 22))
                        attempt(lock)
                        """));
    }

    private static List<Attack> disk() {
        return List.of(
                held(
                        "filling /tmp",
                        Bare.NEVER,
                        "for i in 1 2 3 4 5 6 7 8 9; do head -c 900000 /dev/zero >/tmp/$i || exec echo HELD;"
                                + " done; echo LEAK"),
                held(
                        "filling its own folder",
                        Bare.NEVER,
                        "for i in 1 2 3 4 5 6 7 8 9; do head -c 900000 /dev/zero >/box/$i || exec echo HELD;"
                                + " done; echo LEAK"),
                held(
                        "filling /dev/shm",
                        Bare.NEVER,
                        "i=0; while [ $i -lt 40 ]; do i=$((i+1)); head -c 900000 /dev/zero >/dev/shm/$i ||"
                                + " exec echo HELD; done; echo LEAK"),
                python(
                        "a huge file",
                        Bare.NEVER,
                        """
                        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                        with open("/tmp/huge", "wb") as f:
                            attempt(lambda: os.pwrite(f.fileno(), b"x", 1 << 34))
                        """),
                stopped(
                        "a million empty files",
                        inPython(
                                """
                                for i in range(1_000_000):
                                    open(f"/tmp/{i}", "w").close()
                                time.sleep(1000)
                                """),
                        FILES,
                        MEMORY),
                stopped(
                        "folders in folders, full of links to one file",
                        inPython(
                                """
                                open("/dev/shm/one", "w").close()
                                os.chdir("/dev/shm")
                                for i in range(1_000_000):
                                    os.link("/dev/shm/one", str(i))
                                    if i % 100 == 0:
                                        os.mkdir("in")
                                        os.chdir("in")
                                time.sleep(1000)
                                """),
                        FILES,
                        MEMORY),
                held(
                        "writing to the root folder",
                        Bare.LEAKS_AS_ROOT,
                        "f=/tandem-attack; if touch $f; then rm $f; echo LEAK; else echo HELD; fi"),
                held(
                        "writing to the devices' folder",
                        Bare.LEAKS_AS_ROOT,
                        "f=/dev/tandem-attack; if touch $f; then rm $f; echo LEAK; else echo HELD; fi"),
                held(
                        "writing to a folder of the host's",
                        Bare.LEAKS,
                        "if touch \"$2/x\"; then rm \"$2/x\"; echo LEAK; else echo HELD; fi"));
    }

    private static List<Attack> output() {
        return List.of(
                stopped("output without an end", "exec yes", OUTPUT),
                stopped("errors without an end", "exec yes >&2", OUTPUT),
                stopped("a line without an end", "exec tr '\\0' x </dev/zero", OUTPUT),
                stopped(
                        "output by many at once",
                        "for i in 1 2 3 4; do yes $i & done; wait",
                        OUTPUT),
                held(
                        "bytes that are no text",
                        Bare.NEVER,
                        "printf '\\377\\376\\000\\355\\240\\200\\033[2J\\342\\200\\256'; echo HELD"),
                held(
                        "the words of the sandbox and of a verdict",
                        Bare.NEVER,
                        "echo 'bwrap: No permissions' >&2; echo '{\"type\":\"run_finished\"}'; echo HELD"));
    }

    private static List<Attack> time() {
        return List.of(
                stopped("a loop without an end", "echo BEGUN; while :; do :; done", TIME, CPU),
                stopped("a long sleep", "echo BEGUN; exec sleep 1000", TIME),
                stopped(
                        "one that ignores every signal",
                        inPython(
                                """
                                for s in range(1, 32):
                                    try: signal.signal(s, signal.SIG_IGN)
                                    except OSError: pass
                                print("BEGUN")
                                time.sleep(1000)
                                """),
                        TIME),
                stopped(
                        "one that closes its streams and goes on",
                        "echo BEGUN; exec <&- >&- 2>&-; sleep 1000",
                        TIME),
                stopped(
                        "loops on all processors",
                        "for i in 1 2 3 4; do (while :; do :; done) & done; echo BEGUN; wait",
                        TIME,
                        CPU),
                stopped(
                        "one that waits for itself and calls it input",
                        inPython("r, w = os.pipe()\nos.dup2(r, 0)\nprint('BEGUN')\nos.read(0, 1)"),
                        TIME));
    }

    private static List<Attack> network() {
        return List.of(
                python(
                        "the relay's port",
                        Bare.LEAKS,
                        "attempt(lambda: socket.create_connection(('127.0.0.1', PORT), 1))"),
                python(
                        "the network of this computer",
                        Bare.LEAKS_IF_THERE,
                        "attempt(lambda: len(socket.if_nameindex()) > 1)"),
                python(
                        "the world",
                        Bare.NEVER,
                        "attempt(lambda: socket.create_connection(('192.0.2.1', 80), 1))"),
                python(
                        "sockets between virtual machines",
                        Bare.LEAKS_IF_THERE,
                        "attempt(lambda: socket.socket(40, socket.SOCK_STREAM))"),
                python(
                        "the kernel's cryptography",
                        Bare.LEAKS_IF_THERE,
                        "attempt(lambda: socket.socket(38, socket.SOCK_SEQPACKET))"),
                python(
                        "raw sockets",
                        Bare.LEAKS_AS_ROOT,
                        "attempt(lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1))"),
                python(
                        "sockets of packets",
                        Bare.LEAKS_AS_ROOT,
                        "attempt(lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW))"),
                python(
                        "a socket in the host's folders",
                        Bare.LEAKS,
                        """
                        def bind():
                            s = socket.socket(socket.AF_UNIX)
                            s.bind(OPEN_FOLDER + "/socket")
                            os.unlink(OPEN_FOLDER + "/socket")
                        attempt(bind)
                        """));
    }

    private static List<Attack> secrets() {
        return List.of(
                python("a file of the host's", Bare.LEAKS, "attempt(lambda: open(CANARY).read())"),
                python(
                        "a link to a file of the host's",
                        Bare.LEAKS,
                        """
                        def link():
                            os.symlink(CANARY, "link")
                            return open("link").read()
                        attempt(link)
                        """),
                python(
                        "the passwords of this computer",
                        Bare.LEAKS_AS_ROOT,
                        "attempt(lambda: open('/etc/shadow').read())"),
                python(
                        "the accounts of this computer",
                        Bare.LEAKS,
                        "attempt(lambda: 'root' in open('/etc/passwd').read())"),
                python(
                        "home folders",
                        Bare.LEAKS_AS_ROOT,
                        "attempt(lambda: os.listdir('/home') + os.listdir('/root'))"),
                python(
                        "the relay's environment",
                        Bare.LEAKS,
                        """
                        def look():
                            all = repr(os.environ)
                            for p in os.listdir("/proc"):
                                if p.isdigit():
                                    try: all += repr(open(f"/proc/{p}/environ", "rb").read())
                                    except OSError: pass
                            return "CANARY=" in all or "'CANARY'" in all
                        attempt(look)
                        """),
                python(
                        "the processes of this computer",
                        Bare.LEAKS,
                        """
                        def look():
                            names = ""
                            for p in os.listdir("/proc"):
                                if p.isdigit():
                                    try: names += open(f"/proc/{p}/comm").read()
                                    except OSError: pass
                            return "java" in names or "bwrap" in names
                        attempt(look)
                        """),
                python(
                        "the memory of another process",
                        Bare.LEAKS_AS_ROOT,
                        """
                        child = os.fork()
                        if child == 0:
                            time.sleep(5)
                            os._exit(0)
                        here = ctypes.create_string_buffer(8)
                        there = (ctypes.c_void_p * 2)(ctypes.addressof(here), 8)
                        attempt(lambda: call(310, child, there, 1, there, 1, 0))
                        os.kill(child, 9)
                        """),
                python(
                        "descriptors that were left open",
                        Bare.LEAKS,
                        """
                        def look():
                            for descriptor in range(3, 64):
                                try:
                                    os.fstat(descriptor)
                                    return True
                                except OSError: pass
                            return False
                        attempt(look)
                        """),
                python(
                        "the kernel's log",
                        Bare.LEAKS_AS_ROOT,
                        "attempt(lambda: call(103, 10, None, 0))"),
                python(
                        "the folders of control groups",
                        Bare.LEAKS_IF_THERE,
                        "attempt(lambda: os.listdir('/sys/fs/cgroup'))"));
    }

    private static List<Attack> tampering() {
        return List.of(
                held(
                        "deleting its sources",
                        Bare.NEVER,
                        "rm -rf /src /box/* 2>/dev/null; [ -f /src/source ] && echo HELD || echo LEAK"),
                held("killing the first process", Bare.NEVER, "kill -9 1; echo HELD"),
                stopped("killing everybody", "kill -9 -1; echo BEGUN; sleep 1000", TIME),
                held(
                        "changing the toolchain",
                        Bare.NEVER,
                        "if echo x >>/usr/bin/python3; then echo LEAK; else echo HELD; fi"),
                held(
                        "a setting of the kernel's",
                        Bare.LEAKS_AS_ROOT,
                        "if (: >>/proc/sys/kernel/core_pattern); then echo LEAK; else echo HELD; fi"),
                held(
                        "raising its priority",
                        Bare.LEAKS_AS_ROOT,
                        "if [ \"$(nice -n -5 nice 2>/dev/null)\" -lt \"$(nice)\" ]; then echo LEAK; else echo HELD; fi"),
                python(
                        "raising its limits",
                        Bare.LEAKS_IF_THERE,
                        """
                        resource.setrlimit(resource.RLIMIT_NOFILE, (32, 32))
                        attempt(lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (33, 33)))
                        """),
                held(
                        "letting the kernel end others before it",
                        Bare.LEAKS_IF_THERE,
                        "if (echo -900 >/proc/self/oom_score_adj); then echo LEAK; else echo HELD; fi"),
                held(
                        "making its root folder writable",
                        Bare.NEVER,
                        "if mount -o remount,bind,rw / || touch /x; then echo LEAK; else echo HELD; fi"),
                held(
                        "going before all others",
                        Bare.LEAKS_IF_THERE,
                        "if chrt --fifo 1 true; then echo LEAK; else echo HELD; fi"),
                held(
                        "typing into a terminal",
                        Bare.LEAKS_IF_THERE,
                        inPython(
                                """
                                import pty, fcntl
                                def type():
                                    child, terminal = pty.fork()
                                    if child == 0:
                                        try:
                                            fcntl.ioctl(0, 0x5412, b"x")
                                            os._exit(0)
                                        except OSError:
                                            os._exit(1)
                                    return os.waitpid(child, 0)[1] == 0
                                attempt(type)
                                """)));
    }

    private static List<Attack> privileges() {
        return List.of(
                python("being root", Bare.LEAKS_AS_ROOT, "attempt(lambda: os.setuid(0))"),
                python(
                        "a program that makes one root",
                        Bare.LEAKS_IF_THERE,
                        """
                        def look():
                            status = open("/proc/self/status").read()
                            return "NoNewPrivs:\\t0" in status
                        attempt(look)
                        """),
                python(
                        "capabilities",
                        Bare.LEAKS_AS_ROOT,
                        """
                        def look():
                            status = open("/proc/self/status").read()
                            return any(line.startswith("Cap") and int(line.split()[1], 16)
                                       for line in status.splitlines())
                        attempt(look)
                        """),
                held(
                        "a user namespace",
                        Bare.LEAKS_IF_THERE,
                        "if unshare --user --map-root-user true; then echo LEAK; else echo HELD; fi"),
                held(
                        "a mount",
                        Bare.LEAKS_AS_ROOT,
                        "if unshare --mount mount -t tmpfs none /mnt; then echo LEAK; else echo HELD; fi"),
                python(
                        "another root folder",
                        Bare.LEAKS_AS_ROOT,
                        "attempt(lambda: os.chroot('/'))"),
                python(
                        "a device of its own",
                        Bare.LEAKS_AS_ROOT,
                        """
                        import stat
                        def make():
                            os.mknod("device", 0o600 | stat.S_IFCHR, os.makedev(1, 3))
                        attempt(make)
                        """),
                python(
                        "the memory of this computer",
                        Bare.LEAKS_IF_THERE,
                        "attempt(lambda: open('/dev/mem', 'rb') or open('/dev/kmsg', 'rb'))"));
    }

    private static List<Attack> systemCalls() {
        return List.of(
                python(
                        "being a debugger",
                        Bare.LEAKS,
                        """
                        def trace():
                            child = os.fork()
                            if child == 0:
                                os._exit(0 if libc.syscall(101, 0, 0, 0, 0) == 0 else 1)
                            return os.waitpid(child, 0)[1] == 0
                        attempt(trace)
                        """),
                python(
                        "programs in the kernel",
                        Bare.LEAKS_AS_ROOT,
                        refusedWithOther("call(321, 999, None, 0)")),
                python(
                        "rings of work for the kernel",
                        Bare.LEAKS_IF_THERE,
                        refusedWithOther("call(425, 1, None)")),
                python(
                        "faults of memory, handled by itself",
                        Bare.LEAKS_IF_THERE,
                        refusedWithOther("call(323, 1)")),
                python(
                        "counters of the processor",
                        Bare.LEAKS_IF_THERE,
                        refusedWithOther("call(298, None, 0, -1, -1, 0)")),
                python("the kernel's keys", Bare.LEAKS, "attempt(lambda: call(250, 0, -2, 1))"),
                python(
                        "a process in new namespaces",
                        Bare.LEAKS_AS_ROOT,
                        """
                        def clone():
                            child = libc.syscall(56, 0x20000000 | 17, None, None, None, None)
                            if child == 0:
                                os._exit(0)
                            if child == -1:
                                raise OSError(ctypes.get_errno(), "refused")
                            os.waitpid(child, 0)
                        attempt(clone)
                        """),
                python(
                        "the same with the newer call",
                        Bare.LEAKS,
                        refusedWithOther("call(435, None, 0)", "ENOSYS")),
                held(
                        "the calls of 32-bit programs",
                        Bare.LEAKS_IF_THERE,
                        """
                        cat >a.c <<'END'
                        #include <stdio.h>
                        int main(void) {
                            int pid;
                            __asm__ volatile("int $0x80" : "=a"(pid) : "a"(20));
                            puts(pid > 0 ? "LEAK" : "HELD");
                        }
                        END
                        gcc -o a a.c && ./a || echo HELD
                        """));
    }

    /// The kernel would refuse the call for its arguments, but with another word than the filter.
    private static String refusedWithOther(String call) {
        return refusedWithOther(call, "EPERM");
    }

    private static String refusedWithOther(String call, String word) {
        return """
        try:
            %s
            print("LEAK")
        except OSError as e:
            print("HELD" if e.errno == errno.%s else "LEAK", e)
        """
                .formatted(call, word);
    }

    private static List<Attack> compilers() {
        return List.of(
                held(
                        "a compiler that reads the host's files",
                        Bare.LEAKS_IF_THERE,
                        "if echo \"#include \\\"$1\\\"\" | gcc -E - | grep -q 'canary of'; then echo LEAK;"
                                + " else echo HELD; fi"),
                new Attack(
                        "a program of a gigabyte",
                        "echo 'char a[1<<30] = {1}; int main() {return a[0];}' >a.c;"
                                + " if gcc -o a a.c; then echo LEAK; else echo HELD; fi",
                        Set.of(MEMORY),
                        Bare.NEVER),
                new Attack(
                        "a program that the compiler never comes to the end of",
                        "echo 'template<int n> struct F : F<n + 1> {}; F<0> f;' >a.cpp;"
                                + " if g++ -ftemplate-depth=100000000 -c a.cpp; then echo LEAK; else echo HELD; fi",
                        Set.of(MEMORY, CPU),
                        Bare.NEVER),
                held(
                        "the shell of a database",
                        Bare.LEAKS_IF_THERE,
                        "echo \".shell cat $1\" | sqlite3 | grep -q 'canary of' && echo LEAK || echo HELD"),
                held(
                        "the shell of a runtime",
                        Bare.LEAKS_IF_THERE,
                        "node -e \"console.log(require('child_process').execSync('cat $1 || true')"
                                + ".includes('canary of') ? 'LEAK' : 'HELD')\" || echo HELD"));
    }
}
