/// The desktop application. Packages are features; they meet in `session` and `shell`.
@NullMarked
package dev.tandem.desktop;

import org.jspecify.annotations.NullMarked;
