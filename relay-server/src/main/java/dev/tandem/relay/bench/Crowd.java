package dev.tandem.relay.bench;

import dev.tandem.protocol.api.CreatedSession;
import dev.tandem.protocol.message.JoinRoom.ByCode;
import dev.tandem.protocol.message.JoinRoom.ByHostToken;
import dev.tandem.protocol.role.Role;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// The people of one room. For the loop's thread.
final class Crowd {
    private final Loop loop;
    private final InetSocketAddress relay;
    private final CreatedSession session;
    private final Meter meter;
    private final EditWriter outbox;
    private final List<Person> people = new ArrayList<>(2);
    private final List<SlowReader> slowReaders = new ArrayList<>(0);

    Crowd(
            Loop loop,
            InetSocketAddress relay,
            CreatedSession session,
            Meter meter,
            EditWriter outbox) {
        this.loop = loop;
        this.relay = relay;
        this.session = session;
        this.meter = meter;
        this.outbox = outbox;
    }

    /// The interviewer comes, who begins the interview.
    void open(Typist typist) throws IOException {
        people.add(new Person(this, new ByHostToken(session.hostToken(), "Ada"), typist));
    }

    /// Another one comes.
    void join(Typist typist) throws IOException {
        people.add(
                new Person(
                        this,
                        new ByCode(code(Role.CANDIDATE), "Mert " + people.size(), null),
                        typist));
    }

    /// Somebody comes in who reads nothing after that.
    void addSlowReader() throws IOException {
        slowReaders.add(new SlowReader(this, new ByCode(code(Role.SPECTATOR), "Slow", null)));
    }

    boolean slowReadersAreSettled() {
        return slowReaders.stream().allMatch(SlowReader::isSettled);
    }

    /// Somebody comes who only wants to see the text as it is.
    Person addLatecomer() throws IOException {
        return new Person(
                this,
                new ByCode(code(Role.SPECTATOR), "Late", null),
                new RandomTypist(new Random(0)));
    }

    private String code(Role role) {
        return session.invite(role).code().format();
    }

    /// All of them write at the same moment, so that the relay has to carry the one's edit over the
    /// other's.
    void write(long due) {
        people.forEach(person -> person.write(due));
    }

    boolean isReady() {
        return people.stream().allMatch(Person::isReady);
    }

    boolean isDone() {
        return people.stream().allMatch(Person::isDone);
    }

    /// Whether all of them have the text that somebody has who came later.
    boolean agreesWith(Person latecomer) {
        return people.stream()
                .allMatch(person ->
                        person.revision() == latecomer.revision()
                                && person.text().equals(latecomer.text()));
    }

    List<Person> people() {
        return people;
    }

    /// How many there are besides an author.
    int peers() {
        return people.size() - 1;
    }

    Wire connect(int receiveBuffer, Wire.Listener listener) throws IOException {
        return new Wire(loop, relay, receiveBuffer, listener);
    }

    Meter meter() {
        return meter;
    }

    EditWriter outbox() {
        return outbox;
    }

    /// Somebody heard of an edit of `author`.
    void heardOf(@Nullable String author, long id) {
        for (Person person : people) {
            if (person.is(author)) {
                person.heardOf(id);
            }
        }
    }
}
