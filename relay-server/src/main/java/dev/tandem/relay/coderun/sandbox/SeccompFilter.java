package dev.tandem.relay.coderun.sandbox;

import dev.tandem.relay.coderun.sandbox.SystemCall.Answer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Writes the filter through which the system calls of a program in the sandbox go: a program for
/// the kernel's classic BPF machine, see `seccomp(2)`. What is not refused is allowed.
///
/// Each test returns at once or falls through to the next, so that no jump is long.
final class SeccompFilter {
    private static final short LOAD = 0x20;
    private static final short IF_EQUAL = 0x15;
    private static final short IF_AT_LEAST = 0x35;
    private static final short IF_BITS = 0x45;
    private static final short RETURN = 0x06;

    private static final int ALLOW = 0x7FFF0000;
    private static final int ERROR = 0x00050000;
    private static final int KILL = 0x80000000;

    // Where things are in what the kernel shows of a call.
    private static final int NUMBER = 0;
    private static final int PROCESSOR = 4;
    private static final int ARGUMENTS = 16;

    private static final int X32 = 0x40000000;
    private static final int NEW_NAMESPACES = 0x7E020000;
    private static final int TIOCSTI = 0x5412;
    private static final int TIOCLINUX = 0x541C;

    /// UNIX, INET, INET6 and NETLINK.
    private static final List<Integer> FAMILIES = List.of(1, 2, 10, 16);

    /// One instruction. `then` and `otherwise` say how many to leave out.
    record Instruction(short code, int then, int otherwise, int operand) {}

    private final List<Instruction> program = new ArrayList<>();
    private final Processor processor;

    private SeccompFilter(Processor processor) {
        this.processor = processor;
    }

    static List<Instruction> program(Processor processor) {
        SeccompFilter filter = new SeccompFilter(processor);
        filter.write();
        return List.copyOf(filter.program);
    }

    /// As the kernel reads it: records of 8 bytes in the processor's own byte order, which is the
    /// same on all that are known here.
    static byte[] bytes(Processor processor) {
        List<Instruction> program = program(processor);
        ByteBuffer bytes = ByteBuffer.allocate(8 * program.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (Instruction i : program) {
            bytes.putShort(i.code())
                    .put((byte) i.then())
                    .put((byte) i.otherwise())
                    .putInt(i.operand());
        }
        return bytes.array();
    }

    private void write() {
        refuseOtherProcessors();
        load(NUMBER);
        for (SystemCall call : SystemCall.values()) {
            int number = call.number(processor);
            if (number != SystemCall.NONE) {
                onlyIf(IF_EQUAL, number);
                returns(error(call.answer()));
            }
        }
        refuseNamespaces();
        refuseTyping();
        refuseFamilies();
        returns(ALLOW);
    }

    private void refuseOtherProcessors() {
        load(PROCESSOR);
        add(IF_EQUAL, 1, 0, processor.token());
        returns(KILL);
        if (processor == Processor.X86_64) {
            load(NUMBER);
            onlyIf(IF_AT_LEAST, X32);
            returns(error(Answer.NOT_THERE));
        }
    }

    private void refuseNamespaces() {
        int clone = processor == Processor.X86_64 ? 56 : 220;
        add(IF_EQUAL, 0, 4, clone);
        load(argument(0));
        onlyIf(IF_BITS, NEW_NAMESPACES);
        returns(error(Answer.NOT_PERMITTED));
        returns(ALLOW);
    }

    /// Nothing is typed into a terminal that is not the program's.
    private void refuseTyping() {
        int ioctl = processor == Processor.X86_64 ? 16 : 29;
        add(IF_EQUAL, 0, 6, ioctl);
        load(argument(1));
        onlyIf(IF_EQUAL, TIOCSTI);
        returns(error(Answer.NOT_PERMITTED));
        onlyIf(IF_EQUAL, TIOCLINUX);
        returns(error(Answer.NOT_PERMITTED));
        returns(ALLOW);
    }

    private void refuseFamilies() {
        int socket = processor == Processor.X86_64 ? 41 : 198;
        add(IF_EQUAL, 0, 2 + 2 * FAMILIES.size(), socket);
        load(argument(0));
        for (int family : FAMILIES) {
            onlyIf(IF_EQUAL, family);
            returns(ALLOW);
        }
        returns(error(Answer.NO_SUCH_FAMILY));
    }

    private void load(int from) {
        add(LOAD, 0, 0, from);
    }

    /// Leaves the next instruction out if the test fails.
    private void onlyIf(short test, int operand) {
        add(test, 0, 1, operand);
    }

    private void returns(int what) {
        add(RETURN, 0, 0, what);
    }

    private void add(short code, int then, int otherwise, int operand) {
        program.add(new Instruction(code, then, otherwise, operand));
    }

    /// The low word of an argument.
    private static int argument(int index) {
        return ARGUMENTS + 8 * index;
    }

    private static int error(Answer answer) {
        return ERROR | answer.number();
    }
}
