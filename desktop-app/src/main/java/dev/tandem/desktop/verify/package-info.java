/// Whether an interview was changed: a file, or one that a relay keeps, is checked against what its
/// relay signed and what somebody kept.
@NullMarked
package dev.tandem.desktop.verify;

import org.jspecify.annotations.NullMarked;
