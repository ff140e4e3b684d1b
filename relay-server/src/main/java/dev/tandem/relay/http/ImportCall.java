package dev.tandem.relay.http;

import dev.tandem.protocol.api.ProblemCode;
import dev.tandem.protocol.wire.ApiCodec;
import dev.tandem.protocol.wire.BadFile;
import dev.tandem.relay.history.Imports;
import dev.tandem.relay.history.Imports.Imported;
import dev.tandem.relay.sessionlog.Doer;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Takes in sessions from files, one at a time, since each may need much memory.
///
/// @param free whether one can be taken in now
record ImportCall(Callers callers, Imports imports, HttpSettings settings, Semaphore free)
        implements Call {
    private static final long BUSY_MS = 5_000;

    ImportCall(Callers callers, Imports imports, HttpSettings settings) {
        this(callers, imports, settings, new Semaphore(1));
    }

    @Override
    public Answer answer(ApiRequest request) {
        String owner = callers.ownerOfNew(request, settings);
        if (!free.tryAcquire()) {
            throw HttpProblem.tooMany(BUSY_MS);
        }
        try {
            return take(request.file(), owner);
        } finally {
            free.release();
        }
    }

    private Answer take(byte[] file, @Nullable String owner) {
        try {
            Imported imported =
                    imports.take(file, owner, owner == null ? Doer.HOST : Doer.account(owner))
                            .orElseThrow(() ->
                                    new HttpProblem(
                                            ProblemCode.SESSION_EXISTS,
                                            "This relay has the session already, and left it as it"
                                                    + " is."));
            return Answer.created(ApiCodec.writeImported(imported.id(), imported.hostToken()));
        } catch (BadFile e) {
            throw new HttpProblem(ProblemCode.BAD_FILE, String.valueOf(e.getMessage()));
        }
    }
}
