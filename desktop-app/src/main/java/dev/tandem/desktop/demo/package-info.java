/// An interview that plays itself, to look at and to check.
@NullMarked
package dev.tandem.desktop.demo;

import org.jspecify.annotations.NullMarked;
