package dev.tandem.relay.coderun;

import java.util.Map;

/// Programs, one in each language, that do what the first line of their input says, with the word
/// in the second: `greet` it, `fail` with 3, `loop`, `hog` 300 MB and loop, `print` so many lines
/// of 1 KiB, or print `bytes` that are no UTF-8. In SQL there is one for each, since it has no
/// input.
final class Samples {
    private static final Map<String, String> PROGRAMS =
            Map.of(
                    "bash",
                    """
                    read mode; read word
                    case $mode in
                    greet) echo "hello $word" ;;
                    fail) echo bad >&2; exit 3 ;;
                    loop) echo begun; while :; do :; done ;;
                    hog)
                        x=$(printf %10000000s)
                        for i in {1..30}; do keep[i]=$x; done
                        while :; do :; done ;;
                    print)
                        x=$(printf %1023s | tr ' ' x)
                        for ((i = 0; i < word; i++)); do echo $x; done ;;
                    bytes) printf '\\377\\376end\\n' ;;
                    esac
                    """,
                    "python",
                    """
                    import sys
                    mode = input()
                    word = input()
                    if mode == "greet":
                        print("hello " + word)
                    elif mode == "fail":
                        print("bad", file=sys.stderr)
                        sys.exit(3)
                    elif mode == "loop":
                        print("begun")
                        while True: pass
                    elif mode == "hog":
                        keep = [bytearray(10_000_000) for _ in range(30)]
                        while True: pass
                    elif mode == "print":
                        for _ in range(int(word)): print("x" * 1023)
                    elif mode == "bytes":
                        sys.stdout.buffer.write(b"\\xff\\xfeend\\n")
                    """,
                    "javascript",
                    """
                    const [mode, word] = require('fs').readFileSync(0, 'utf8').split('\\n');
                    if (mode === 'greet') console.log('hello ' + word);
                    if (mode === 'fail') { console.error('bad'); process.exitCode = 3; }
                    if (mode === 'loop') { console.log('begun'); for (;;); }
                    if (mode === 'hog') {
                      const keep = [];
                      for (let i = 0; i < 30; i++) keep.push(Buffer.alloc(10000000, 1));
                      for (;;);
                    }
                    if (mode === 'print') for (let i = 0; i < word; i++) console.log('x'.repeat(1023));
                    if (mode === 'bytes') process.stdout.write(Buffer.from('fffe656e640a', 'hex'));
                    """,
                    "c",
                    """
                    #include <stdio.h>
                    #include <stdlib.h>
                    #include <string.h>
                    int main(void) {
                        char mode[64], word[64];
                        scanf("%63s %63s", mode, word);
                        if (!strcmp(mode, "greet")) printf("hello %s\\n", word);
                        if (!strcmp(mode, "fail")) { fputs("bad\\n", stderr); return 3; }
                        if (!strcmp(mode, "loop")) { puts("begun"); for (volatile int i = 0;; i++); }
                        if (!strcmp(mode, "hog")) {
                            for (int i = 0; i < 30; i++) {
                                char *volatile p = malloc(10000000);
                                if (p) memset(p, 1, 10000000);
                            }
                            for (volatile int i = 0;; i++);
                        }
                        if (!strcmp(mode, "print")) {
                            char line[1024];
                            memset(line, 'x', 1023);
                            line[1023] = 0;
                            for (int i = atoi(word); i > 0; i--) puts(line);
                        }
                        if (!strcmp(mode, "bytes")) fwrite("\\xff\\xfe" "end\\n", 1, 6, stdout);
                    }
                    """,
                    "cpp",
                    """
                    #include <iostream>
                    #include <string>
                    #include <vector>
                    int main() {
                        std::string mode, word;
                        std::cin >> mode >> word;
                        if (mode == "greet") std::cout << "hello " << word << "\\n";
                        if (mode == "fail") { std::cerr << "bad\\n"; return 3; }
                        if (mode == "loop") { std::cout << "begun" << std::endl; for (volatile int i = 0;; i = i + 1); }
                        if (mode == "hog") {
                            std::vector<std::string> keep;
                            for (int i = 0; i < 30; i++) keep.push_back(std::string(10000000, 'x'));
                            for (volatile int i = 0;; i = i + 1);
                        }
                        if (mode == "print")
                            for (int i = std::stoi(word); i > 0; i--) std::cout << std::string(1023, 'x') << "\\n";
                        if (mode == "bytes") std::cout << "\\xff\\xfe" "end\\n";
                    }
                    """,
                    "java",
                    """
                    import java.util.*;
                    public class Main {
                        public static void main(String[] args) {
                            Scanner in = new Scanner(System.in);
                            String mode = in.nextLine(), word = in.nextLine();
                            switch (mode) {
                                case "greet": System.out.println("hello " + word); break;
                                case "fail": System.err.println("bad"); System.exit(3); break;
                                case "loop": System.out.println("begun"); for (;;);
                                case "hog":
                                    List<byte[]> keep = new ArrayList<>();
                                    for (int i = 0; i < 30; i++) keep.add(new byte[10_000_000]);
                                    for (byte[] one : keep) Arrays.fill(one, (byte) 1);
                                    for (;;);
                                case "print":
                                    String line = "x".repeat(1023);
                                    for (int i = 0; i < Integer.parseInt(word); i++) System.out.println(line);
                                    break;
                                case "bytes":
                                    System.out.write(new byte[] {-1, -2, 'e', 'n', 'd', 10}, 0, 6);
                                    System.out.flush();
                            }
                        }
                    }
                    """,
                    "csharp",
                    """
                    using System;
                    using System.Collections.Generic;
                    class Program {
                        static void Main() {
                            string mode = Console.ReadLine(), word = Console.ReadLine();
                            switch (mode) {
                                case "greet": Console.WriteLine("hello " + word); break;
                                case "fail": Console.Error.WriteLine("bad"); Environment.Exit(3); break;
                                case "loop": Console.WriteLine("begun"); while (true) {}
                                case "hog":
                                    var keep = new List<byte[]>();
                                    for (int i = 0; i < 30; i++) {
                                        var one = new byte[10000000];
                                        for (int k = 0; k < one.Length; k += 512) one[k] = 1;
                                        keep.Add(one);
                                    }
                                    while (true) {}
                                case "print":
                                    for (int i = 0; i < int.Parse(word); i++) Console.WriteLine(new string('x', 1023));
                                    break;
                                case "bytes":
                                    Console.OpenStandardOutput().Write(new byte[] {255, 254, 101, 110, 100, 10}, 0, 6);
                                    break;
                            }
                        }
                    }
                    """,
                    "go",
                    """
                    package main
                    import ("bytes"; "fmt"; "os"; "strconv")
                    func main() {
                        var mode, word string
                        fmt.Scan(&mode, &word)
                        switch mode {
                        case "greet": fmt.Println("hello " + word)
                        case "fail": fmt.Fprintln(os.Stderr, "bad"); os.Exit(3)
                        case "loop": fmt.Println("begun"); for {}
                        case "hog":
                            keep := [][]byte{}
                            for i := 0; i < 30; i++ { keep = append(keep, bytes.Repeat([]byte("x"), 10000000)) }
                            for { _ = keep }
                        case "print":
                            n, _ := strconv.Atoi(word)
                            for i := 0; i < n; i++ { fmt.Printf("%s\\n", bytes.Repeat([]byte("x"), 1023)) }
                        case "bytes": os.Stdout.Write([]byte{255, 254, 'e', 'n', 'd', 10})
                        }
                    }
                    """,
                    "ruby",
                    """
                    mode = gets.chomp
                    word = gets.chomp
                    case mode
                    when "greet" then puts "hello #{word}"
                    when "fail" then warn "bad"; exit 3
                    when "loop" then puts "begun"; while true do end
                    when "hog"
                      keep = (1..30).map { "x" * 10_000_000 }
                      while true do end
                    when "print" then word.to_i.times { puts "x" * 1023 }
                    when "bytes" then print "\\xFF\\xFEend\\n".b
                    end
                    """,
                    "php",
                    """
                    <?php
                    $mode = trim(fgets(STDIN));
                    $word = trim(fgets(STDIN));
                    switch ($mode) {
                        case 'greet': echo "hello $word\\n"; break;
                        case 'fail': fwrite(STDERR, "bad\\n"); exit(3);
                        case 'loop': echo "begun\\n"; while (true);
                        case 'hog':
                            for ($i = 0; $i < 30; $i++) $keep[] = str_repeat(chr(65 + $i), 10000000);
                            while (true);
                        case 'print': for ($i = 0; $i < $word; $i++) echo str_repeat('x', 1023), "\\n"; break;
                        case 'bytes': echo "\\xff\\xfeend\\n";
                    }
                    """);

    private static final String ENDLESS =
            "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c;";
    private static final String SO_MANY =
            "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT %s) ";

    private Samples() {}

    static boolean isThere(String language) {
        return language.equals("sql")
                || PROGRAMS.containsKey(language)
                || LargeSamples.PROGRAMS.containsKey(language);
    }

    static String text(String language, String mode, String word) {
        String rare = LargeSamples.PROGRAMS.get(language);
        return language.equals("sql")
                ? sql(mode, word)
                : PROGRAMS.getOrDefault(language, rare == null ? "" : rare);
    }

    private static String sql(String mode, String word) {
        return switch (mode) {
            case "greet" -> "SELECT 'hello ' || '" + word + "';";
            case "fail" -> "SELECT bad;";
            case "loop" -> "SELECT 'begun'; " + ENDLESS;
            case "hog" ->
                    "CREATE TABLE t (x); "
                            + SO_MANY.formatted(30)
                            + "INSERT INTO t SELECT randomblob(10000000) FROM c; "
                            + ENDLESS;
            case "print" -> SO_MANY.formatted(word) + "SELECT printf('%.*c', 1023, 'x') FROM c;";
            default -> "SELECT CAST(x'FFFE656E64' AS TEXT);";
        };
    }

    static int failure(String language) {
        return language.equals("sql") ? 1 : 3;
    }
}
