package dev.tandem.relay.admin;

/// Carries out an order, on a thread of its own.
@FunctionalInterface
public interface Order {

    /// Does what the order says, and returns when it is done.
    ///
    /// @param about what follows the order's word; empty if nothing does
    /// @return what there is to say about it, lines; empty for nothing
    /// @throws OrderFailure if it cannot be done
    String carryOut(String about) throws OrderFailure;
}
