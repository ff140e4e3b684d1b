/// What the people in a room write to each other, with who comes and goes in between.
@NullMarked
package dev.tandem.desktop.chat;

import org.jspecify.annotations.NullMarked;
