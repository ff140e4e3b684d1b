/// What the relay and every client share: the vocabulary, the text algebra, the rules of a room,
/// and the wire format. Values and pure functions only; no I/O, no threads, no clocks.
module dev.tandem.protocol {
    exports dev.tandem.protocol.api;
    exports dev.tandem.protocol.event;
    exports dev.tandem.protocol.id;
    exports dev.tandem.protocol.intent;
    exports dev.tandem.protocol.message;
    exports dev.tandem.protocol.proof;
    exports dev.tandem.protocol.replay;
    exports dev.tandem.protocol.role;
    exports dev.tandem.protocol.room;
    exports dev.tandem.protocol.sync;
    exports dev.tandem.protocol.text;
    exports dev.tandem.protocol.wire;

    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires transitive org.pcollections;
}
