package dev.tandem.relay.coderun.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/// Its tests run programs in sandboxes. They are by themselves in one process: sandboxes of two
/// would have the same users, and what a program may take of the processor and of time is short.
@Tag("sandbox")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InSandboxes {}
