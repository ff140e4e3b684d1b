package dev.tandem.relay.bench;

import org.HdrHistogram.Histogram;

/// Takes down what happens, until somebody asks for it. For the loop's thread.
final class Meter {
    private Interval interval = new Interval();
    private long since = System.nanoTime();

    /// What happened since the last time it was asked for.
    Interval take() {
        Interval taken = interval;
        long now = System.nanoTime();
        taken.seconds = (now - since) / 1e9;
        since = now;
        interval = new Interval();
        return taken;
    }

    void due(long due) {
        Interval.record(interval.begun, due, System.nanoTime());
    }

    void acknowledged(Dues dues, boolean concurrent) {
        record(interval.acknowledged, dues);
        if (concurrent) {
            interval.concurrent += dues.times().length;
        }
    }

    void reachedPeer(Dues dues) {
        record(interval.reachedPeer, dues);
    }

    private static void record(Histogram histogram, Dues dues) {
        long now = System.nanoTime();
        for (long due : dues.times()) {
            Interval.record(histogram, due, now);
        }
    }

    void heard() {
        interval.heard++;
    }

    void checked(boolean same) {
        interval.checks++;
        if (!same) {
            error("hash differs");
        }
    }

    /// An edit was due of somebody who has no connection any more.
    void missed() {
        error("not written");
    }

    void closed(int code) {
        error("closed " + code);
    }

    void error(String what) {
        interval.error(what, 1);
    }
}
