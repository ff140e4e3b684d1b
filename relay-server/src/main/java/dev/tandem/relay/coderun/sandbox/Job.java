package dev.tandem.relay.coderun.sandbox;

import java.nio.file.Path;

/// What is run in one sandbox.
///
/// @param sources a folder of the host, which the program sees as `/src` and cannot change
/// @param script for `/bin/sh`; it begins in `/box`, which is empty
public record Job(Path sources, String script, BoxLimits limits) {}
