/// The languages: one file of configuration each.
@NullMarked
package dev.tandem.relay.coderun.language;

import org.jspecify.annotations.NullMarked;
