package dev.tandem.relay.coderun.sandbox;

/// The system calls that a program in the sandbox is not given, with their numbers on each
/// processor (`asm/unistd_64.h`, `asm-generic/unistd.h`), and what it hears instead.
enum SystemCall {
    // Other processes' memory.
    PTRACE(101, 117, Answer.NOT_PERMITTED),
    PROCESS_VM_READV(310, 270, Answer.NOT_PERMITTED),
    PROCESS_VM_WRITEV(311, 271, Answer.NOT_PERMITTED),
    PIDFD_GETFD(438, 438, Answer.NOT_PERMITTED),
    KCMP(312, 272, Answer.NOT_PERMITTED),

    // Mounts and roots.
    MOUNT(165, 40, Answer.NOT_PERMITTED),
    UMOUNT2(166, 39, Answer.NOT_PERMITTED),
    PIVOT_ROOT(155, 41, Answer.NOT_PERMITTED),
    CHROOT(161, 51, Answer.NOT_PERMITTED),
    OPEN_TREE(428, 428, Answer.NOT_PERMITTED),
    MOVE_MOUNT(429, 429, Answer.NOT_PERMITTED),
    FSOPEN(430, 430, Answer.NOT_PERMITTED),
    FSCONFIG(431, 431, Answer.NOT_PERMITTED),
    FSMOUNT(432, 432, Answer.NOT_PERMITTED),
    FSPICK(433, 433, Answer.NOT_PERMITTED),
    MOUNT_SETATTR(442, 442, Answer.NOT_PERMITTED),
    OPEN_TREE_ATTR(467, 467, Answer.NOT_PERMITTED),
    SWAPON(167, 224, Answer.NOT_PERMITTED),
    SWAPOFF(168, 225, Answer.NOT_PERMITTED),
    QUOTACTL(179, 60, Answer.NOT_PERMITTED),
    QUOTACTL_FD(443, 443, Answer.NOT_PERMITTED),
    ACCT(163, 89, Answer.NOT_PERMITTED),

    // Namespaces. Of `clone` only the flags for them are refused; `clone3` hides its flags from a
    // filter, and the C library falls back to `clone` without it.
    UNSHARE(272, 97, Answer.NOT_PERMITTED),
    SETNS(308, 268, Answer.NOT_PERMITTED),
    CLONE3(435, 435, Answer.NOT_THERE),

    // Rarely used parts of the kernel, where its holes are.
    BPF(321, 280, Answer.NOT_PERMITTED),
    PERF_EVENT_OPEN(298, 241, Answer.NOT_PERMITTED),
    USERFAULTFD(323, 282, Answer.NOT_PERMITTED),
    IO_URING_SETUP(425, 425, Answer.NOT_PERMITTED),
    IO_URING_ENTER(426, 426, Answer.NOT_PERMITTED),
    IO_URING_REGISTER(427, 427, Answer.NOT_PERMITTED),
    KEYCTL(250, 219, Answer.NOT_PERMITTED),
    ADD_KEY(248, 217, Answer.NOT_PERMITTED),
    REQUEST_KEY(249, 218, Answer.NOT_PERMITTED),
    NAME_TO_HANDLE_AT(303, 264, Answer.NOT_PERMITTED),
    OPEN_BY_HANDLE_AT(304, 265, Answer.NOT_PERMITTED),
    FANOTIFY_INIT(300, 262, Answer.NOT_PERMITTED),
    LOOKUP_DCOOKIE(212, 18, Answer.NOT_PERMITTED),
    MODIFY_LDT(154, SystemCall.NONE, Answer.NOT_PERMITTED),
    USELIB(134, SystemCall.NONE, Answer.NOT_PERMITTED),
    NFSSERVCTL(180, 42, Answer.NOT_PERMITTED),

    // The computer itself.
    KEXEC_LOAD(246, 104, Answer.NOT_PERMITTED),
    KEXEC_FILE_LOAD(320, 294, Answer.NOT_PERMITTED),
    CREATE_MODULE(174, SystemCall.NONE, Answer.NOT_PERMITTED),
    INIT_MODULE(175, 105, Answer.NOT_PERMITTED),
    FINIT_MODULE(313, 273, Answer.NOT_PERMITTED),
    DELETE_MODULE(176, 106, Answer.NOT_PERMITTED),
    REBOOT(169, 142, Answer.NOT_PERMITTED),
    IOPL(172, SystemCall.NONE, Answer.NOT_PERMITTED),
    IOPERM(173, SystemCall.NONE, Answer.NOT_PERMITTED),
    SETTIMEOFDAY(164, 170, Answer.NOT_PERMITTED),
    CLOCK_SETTIME(227, 112, Answer.NOT_PERMITTED),
    ADJTIMEX(159, 171, Answer.NOT_PERMITTED),
    CLOCK_ADJTIME(305, 266, Answer.NOT_PERMITTED),
    SYSLOG(103, 116, Answer.NOT_PERMITTED),
    VHANGUP(153, 58, Answer.NOT_PERMITTED),
    SETHOSTNAME(170, 161, Answer.NOT_PERMITTED),
    SETDOMAINNAME(171, 162, Answer.NOT_PERMITTED),

    // Memory that is in nobody's resident set and escapes every limit.
    MEMFD_CREATE(319, 279, Answer.NOT_THERE),
    MEMFD_SECRET(447, 447, Answer.NOT_THERE),
    SHMGET(29, 194, Answer.NOT_THERE),
    SHMAT(30, 196, Answer.NOT_THERE),
    SHMCTL(31, 195, Answer.NOT_THERE),
    SHMDT(67, 197, Answer.NOT_THERE),
    MSGGET(68, 186, Answer.NOT_THERE),
    MSGSND(69, 189, Answer.NOT_THERE),
    MSGRCV(70, 188, Answer.NOT_THERE),
    MSGCTL(71, 187, Answer.NOT_THERE),
    SEMGET(64, 190, Answer.NOT_THERE),
    SEMOP(65, 193, Answer.NOT_THERE),
    SEMCTL(66, 191, Answer.NOT_THERE),
    SEMTIMEDOP(220, 192, Answer.NOT_THERE),
    MQ_OPEN(240, 180, Answer.NOT_PERMITTED);

    /// What is said in place of doing it: an error number of the C library.
    enum Answer {
        NOT_PERMITTED(1),
        NOT_THERE(38),
        NO_SUCH_FAMILY(97);

        private final int number;

        Answer(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /// The number of a call that a processor does not have.
    static final int NONE = -1;

    private final int onX86;
    private final int onAarch64;
    private final Answer answer;

    SystemCall(int onX86, int onAarch64, Answer answer) {
        this.onX86 = onX86;
        this.onAarch64 = onAarch64;
        this.answer = answer;
    }

    int number(Processor processor) {
        return switch (processor) {
            case X86_64 -> onX86;
            case AARCH64 -> onAarch64;
        };
    }

    Answer answer() {
        return answer;
    }
}
