package dev.tandem.desktop.editor;

import dev.tandem.desktop.fx.PersonColor;

final class Marks {
    static final PersonMark MERT = new PersonMark("Mert", new PersonColor(2));
    static final PersonMark SELIN = new PersonMark("Selin", new PersonColor(1));

    private Marks() {}
}
