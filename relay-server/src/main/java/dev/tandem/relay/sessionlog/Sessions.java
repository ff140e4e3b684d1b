package dev.tandem.relay.sessionlog;

import dev.tandem.protocol.api.LiveInvite;
import dev.tandem.protocol.api.SessionPage;
import dev.tandem.protocol.event.LoggedEvent;
import dev.tandem.protocol.id.SessionId;
import dev.tandem.protocol.role.SessionStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sessions beside their logs. What a log says of its session (title, status, times, language,
/// who came) is kept up to date by [SessionLog#append] in the same transaction.
///
/// Any thread may call it; each call waits for the database and may throw [StorageFailure].
public interface Sessions {

    /// Makes a session, with its keys and the first events of its log, in one transaction.
    void create(NewSession session, List<LoggedEvent> firstEvents);

    @Nullable SessionRow find(SessionId id);

    /// In the order that is asked for.
    SessionPage list(SessionQuery query);

    /// Replaces the tags; does nothing where there is no such session.
    void setTags(SessionId id, List<String> tags);

    /// Adds one more invite to a session that is there.
    void addInvite(SessionId id, NewInvite invite, Doer by);

    /// The invites that let people in at `time`, epoch milliseconds UTC; those that do so longest
    /// come last.
    List<LiveInvite> liveInvites(SessionId id, long time);

    /// Lets nobody in by this invite any more; what it was is remembered.
    ///
    /// @param codeHash all of it, or the part of it that is the invite's id
    /// @return whether the session has such an invite
    boolean revokeInvite(SessionId id, String codeHash, Doer by);

    /// Erases the session, its log and its keys. The bytes in the files follow, see [#awaitErased].
    void delete(SessionId id, Doer by);

    /// Waits until the files hold nothing more of what was deleted, but for a moment only: it may
    /// take longer, and goes on by itself.
    void awaitErased();

    /// The ended sessions that have no digest yet.
    List<SessionId> undigested();

    /// Keeps the digest of a session; does nothing where there is no such session any more.
    void setDigest(SessionId id, Digest digest);

    List<SessionId> withStatus(SessionStatus status);

    /// The sessions that ended before `time`, epoch milliseconds UTC.
    List<SessionId> endedBefore(long time);
}
