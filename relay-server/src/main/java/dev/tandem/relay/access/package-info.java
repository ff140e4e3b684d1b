/// Who may come in: accounts, tokens, invites, and what holds off people who try them out.
@NullMarked
package dev.tandem.relay.access;

import org.jspecify.annotations.NullMarked;
