"""Makes the fonts of the window from the published ones.

    pip install fonttools
    npm pack @expo-google-fonts/inter@0.4.2 @expo-google-fonts/jetbrains-mono@0.4.1   # unpack both
    python3 make_fonts.py INTER_FOLDER JETBRAINS_MONO_FOLDER OUTPUT_FOLDER

Inter is taken as it is. Two families are derived, under names of their own, because JavaFX cannot
switch font features off or on:

* JetBrains Mono NL has no ligatures. JavaFX shapes a line that holds combining characters, and would
  draw "==" as one sign there; a caret stands between code units, so every code unit is a sign.
* Inter Tabular has figures of one width, so that a running timer never moves its neighbours.
"""

import shutil
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

INTER = {"400Regular": "Regular", "500Medium": "Medium", "600SemiBold": "SemiBold", "700Bold": "Bold"}
TABULAR = ("400Regular", "600SemiBold")
MONO = {"400Regular": "Regular", "400Regular_Italic": "Italic", "600SemiBold": "SemiBold", "700Bold": "Bold"}
KEPT_FEATURES = ["ccmp", "locl", "mark", "mkmk", "kern"]
TABULAR_CHARACTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), *(ord(c) for c in "–—‘’“”•…−×→")]


def subset(font, unicodes):
    options = Options(layout_features=KEPT_FEATURES, name_IDs=["*"], notdef_outline=True, hinting=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)


def rename(font, old, new):
    for record in font["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = record.toUnicode().replace(old, new)
        elif record.nameID in (3, 6):
            record.string = record.toUnicode().replace(old.replace(" ", ""), new.replace(" ", ""))


def single_substitutions(font, tag):
    gsub = font["GSUB"].table
    lookups = {i for f in gsub.FeatureList.FeatureRecord if f.FeatureTag == tag for i in f.Feature.LookupListIndex}
    mapping = {}
    for index in lookups:
        for table in gsub.LookupList.Lookup[index].SubTable:
            mapping.update(getattr(table, "ExtSubTable", table).mapping)
    return mapping


def tabular(source, target):
    font = TTFont(source)
    figures = single_substitutions(font, "tnum")
    for cmap in font["cmap"].tables:
        for character in map(ord, "0123456789"):
            glyph = cmap.cmap.get(character)
            if glyph in figures:  # encodings share one table, which the first of them has changed
                cmap.cmap[character] = figures[glyph]
    subset(font, TABULAR_CHARACTERS)
    rename(font, "Inter", "Inter Tabular")
    font.save(target)


def without_ligatures(source, target):
    font = TTFont(source)
    subset(font, list(font.getBestCmap()))
    rename(font, "JetBrains Mono", "JetBrains Mono NL")
    font.save(target)


def main(inter, mono, out):
    for weight, name in INTER.items():
        shutil.copyfile(inter / weight / f"Inter_{weight}.ttf", out / f"Inter-{name}.ttf")
    for weight in TABULAR:
        tabular(inter / weight / f"Inter_{weight}.ttf", out / f"InterTabular-{INTER[weight]}.ttf")
    for weight, name in MONO.items():
        without_ligatures(mono / weight / f"JetBrainsMono_{weight}.ttf", out / f"JetBrainsMonoNL-{name}.ttf")
    shutil.copyfile(inter / "LICENSE_FONT", out / "Inter-OFL.txt")
    shutil.copyfile(mono / "LICENSE_FONT", out / "JetBrainsMono-OFL.txt")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
