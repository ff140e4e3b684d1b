/// The room one is in: what the views read and what they can ask for. Its types belong to the FX
/// thread unless they say otherwise.
@NullMarked
package dev.tandem.desktop.session;

import org.jspecify.annotations.NullMarked;
