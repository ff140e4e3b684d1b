package dev.tandem.relay.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void wordsMeanNothingButThemselves() {
        assertThat(Markdown.plain("**a** [b](c) <i> `d` _e_ | # 1. - ~"))
                .isEqualTo(
                        "\\*\\*a\\*\\* \\[b\\]\\(c\\) \\<i\\> \\`d\\` \\_e\\_ \\| \\# 1\\. \\- \\~");
        assertThat(Markdown.plain(" two\nlines ")).isEqualTo("two lines");
    }

    @Test
    void nothingInABlockEndsIt() {
        assertThat(Markdown.block("md", "```\na\n````\nb"))
                .isEqualTo("`````md\n```\na\n````\nb\n`````\n");
        assertThat(Markdown.block("", "a\n")).isEqualTo("```\na\n```\n");
        assertThat(Markdown.block("go", "")).isEqualTo("```go\n```\n");
    }
}
