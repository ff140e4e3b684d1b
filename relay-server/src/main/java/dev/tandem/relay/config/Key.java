package dev.tandem.relay.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes a component of a part of [RelayConfig] a key of the configuration. Values are written here
/// as they are in a file.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface Key {
    /// What it is about: a sentence for those who run a relay.
    String help();

    /// What counts if nobody says anything. A list is empty without it; anything else is absent,
    /// and its component `@Nullable`.
    String byDefault() default "";

    /// The least value, where values have an order.
    String least() default "";

    /// The greatest value, where values have an order.
    String most() default "";

    /// The option that gives it, `--port` for instance; without one it has none.
    String option() default "";
}
