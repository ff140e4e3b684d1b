package dev.tandem.relay.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes a component of [RelayConfig] a part: a record with keys of its own.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface Part {
    /// What its keys are about, a sentence.
    String value();
}
