/// One program in one sandbox: how it is confined, watched and ended.
@NullMarked
package dev.tandem.relay.coderun.sandbox;

import org.jspecify.annotations.NullMarked;
