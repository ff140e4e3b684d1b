package dev.tandem.relay.coderun.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.relay.coderun.sandbox.SeccompFilter.Instruction;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeccompFilterTest {
    private static final int ALLOW = 0x7FFF0000;
    private static final int KILL = 0x80000000;
    private static final int EPERM = 0x00050001;
    private static final int ENOSYS = 0x00050026;
    private static final int EAFNOSUPPORT = 0x00050061;

    /// What the kernel does with a call: it steps through the filter.
    private static int answerTo(Processor processor, int token, int number, int... arguments) {
        ByteBuffer call = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        call.putInt(0, number).putInt(4, token);
        for (int i = 0; i < arguments.length; i++) {
            call.putInt(16 + 8 * i, arguments[i]);
        }
        List<Instruction> program = SeccompFilter.program(processor);
        int word = 0;
        int at = 0;
        while (true) {
            Instruction i = program.get(at++);
            switch (i.code()) {
                case 0x20 -> word = call.getInt(i.operand());
                case 0x15 -> at += word == i.operand() ? i.then() : i.otherwise();
                case 0x35 ->
                        at +=
                                Integer.compareUnsigned(word, i.operand()) >= 0
                                        ? i.then()
                                        : i.otherwise();
                case 0x45 -> at += (word & i.operand()) != 0 ? i.then() : i.otherwise();
                case 0x06 -> {
                    return i.operand();
                }
                default -> throw new AssertionError("no such instruction: " + i);
            }
        }
    }

    private static int answer(Processor processor, int number, int... arguments) {
        return answerTo(processor, processor.token(), number, arguments);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsListedIsRefusedAndNothingElse(Processor processor) {
        int ioctl = processor == Processor.X86_64 ? 16 : 29;
        for (int number = 0; number < 600; number++) {
            int n = number;
            int expected =
                    Arrays.stream(SystemCall.values())
                            .filter(call -> call.number(processor) == n)
                            .mapToInt(call -> 0x00050000 | call.answer().number())
                            .findFirst()
                            .orElse(ALLOW);
            // 0x1 is a family that sockets may have, no namespace and nothing that is typed.
            assertThat(answer(processor, number, 1, 1)).as("call %d", number).isEqualTo(expected);
        }
        assertThat(answer(processor, ioctl, 0, 0x5412)).isEqualTo(EPERM);
        assertThat(answer(processor, ioctl, 0, 0x541C)).isEqualTo(EPERM);
        assertThat(answer(processor, ioctl, 0, 0x5413)).isEqualTo(ALLOW);
    }

    @ParameterizedTest
    @EnumSource
    void aProcessIsMadeInNoNamespaceOfItsOwn(Processor processor) {
        int clone = processor == Processor.X86_64 ? 56 : 220;
        int thread = 0x003D0F00;
        assertThat(answer(processor, clone, thread)).isEqualTo(ALLOW);
        for (int flag :
                new int[] {
                    0x02000000,
                    0x04000000,
                    0x08000000,
                    0x10000000,
                    0x20000000,
                    0x40000000,
                    0x00020000
                }) {
            assertThat(answer(processor, clone, thread | flag)).isEqualTo(EPERM);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyPlainSocketsAreMade(Processor processor) {
        int socket = processor == Processor.X86_64 ? 41 : 198;
        List<Integer> allowed =
                IntStream.range(0, 64)
                        .filter(family -> answer(processor, socket, family) == ALLOW)
                        .boxed()
                        .toList();
        assertThat(allowed).containsExactly(1, 2, 10, 16);
        assertThat(answer(processor, socket, 40)).as("vsock").isEqualTo(EAFNOSUPPORT);
    }

    @Test
    void theOtherWaysToCallTheKernelAreShut() {
        int i386 = 0x40000003;
        assertThat(answerTo(Processor.X86_64, i386, 1)).isEqualTo(KILL);
        assertThat(answer(Processor.X86_64, 0x40000000 | 39)).isEqualTo(ENOSYS);
        assertThat(answer(Processor.X86_64, 0xFFFFFFFF)).isEqualTo(ENOSYS);
        assertThat(answerTo(Processor.AARCH64, Processor.X86_64.token(), 1)).isEqualTo(KILL);
    }

    @ParameterizedTest
    @EnumSource
    void itsBytesAreRecordsOfEight(Processor processor) {
        List<Instruction> program = SeccompFilter.program(processor);
        ByteBuffer bytes =
                ByteBuffer.wrap(SeccompFilter.bytes(processor)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.remaining()).isEqualTo(8 * program.size()).isLessThan(8 * 4096);
        for (Instruction i : program) {
            assertThat(bytes.getShort()).isEqualTo(i.code());
            assertThat(Byte.toUnsignedInt(bytes.get())).isEqualTo(i.then());
            assertThat(Byte.toUnsignedInt(bytes.get())).isEqualTo(i.otherwise());
            assertThat(bytes.getInt()).isEqualTo(i.operand());
        }
    }
}
