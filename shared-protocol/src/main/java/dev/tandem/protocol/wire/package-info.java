/// How messages are written as JSON. The only package that knows JSON.
@NullMarked
package dev.tandem.protocol.wire;

import org.jspecify.annotations.NullMarked;
