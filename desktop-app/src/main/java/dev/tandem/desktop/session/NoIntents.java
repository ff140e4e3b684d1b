package dev.tandem.desktop.session;

import dev.tandem.protocol.event.Fact;
import dev.tandem.protocol.event.TestCase;
import dev.tandem.protocol.id.ParticipantId;
import dev.tandem.protocol.id.RunId;
import dev.tandem.protocol.text.OwnEdit;
import dev.tandem.protocol.text.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one can want in a room that is past: nothing comes of it.
public enum NoIntents implements RoomIntents {
    NONE;

    @Override
    public void start() {}

    @Override
    public void end() {}

    @Override
    public void leave() {}

    @Override
    public void say(String text) {}

    @Override
    public void typing(boolean on) {}

    @Override
    public void setLanguage(String language) {}

    @Override
    public void setPermissions(
            ParticipantId participant, @Nullable Boolean canEdit, @Nullable Boolean canRun) {}

    @Override
    public void remove(ParticipantId participant) {}

    @Override
    public void edit(OwnEdit onVisibleText) {}

    @Override
    public void point(List<Selection> onVisibleText) {}

    @Override
    public void run(@Nullable String stdin) {}

    @Override
    public void runTests() {}

    @Override
    public void type(RunId run, String text, boolean eof) {}

    @Override
    public void stop(RunId run) {}

    @Override
    public void submit() {}

    @Override
    public void note(Fact fact) {}

    @Override
    public void setTests(List<TestCase> tests) {}

    @Override
    public void reconnectNow() {}
}
