/// How long an interview has been going on.
@NullMarked
package dev.tandem.desktop.timer;

import org.jspecify.annotations.NullMarked;
