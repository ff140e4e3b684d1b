/// What every screen is made of: fonts, light and dark, the colours of people, and small controls.
@NullMarked
package dev.tandem.desktop.fx;

import org.jspecify.annotations.NullMarked;
