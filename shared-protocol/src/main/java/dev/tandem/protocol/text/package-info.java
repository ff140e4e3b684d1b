/// Text and its edits: operations with their algebra, the buffer they are applied to, one
/// document's history of changes, and undo per person. Pure values, and two mutable classes for one
/// thread each.
///
/// Offsets, positions and lengths are UTF-16 code units throughout, revisions count the changes of
/// one document.
@NullMarked
package dev.tandem.protocol.text;

import org.jspecify.annotations.NullMarked;
