/// The one vocabulary: roles, statuses, reasons, and who may do what.
@NullMarked
package dev.tandem.protocol.role;

import org.jspecify.annotations.NullMarked;
