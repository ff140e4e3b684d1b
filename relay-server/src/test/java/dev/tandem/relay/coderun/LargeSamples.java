package dev.tandem.relay.coderun;

import java.util.Map;

/// Programs as in [Samples], in the languages whose toolchains are large and seldom installed.
final class LargeSamples {
    static final Map<String, String> PROGRAMS =
            Map.of(
                    "rust",
                    """
                    use std::io::{self, Write};
                    fn line() -> String {
                        let mut line = String::new();
                        io::stdin().read_line(&mut line).unwrap();
                        line.trim().to_string()
                    }
                    fn main() {
                        let (mode, word) = (line(), line());
                        match mode.as_str() {
                            "greet" => println!("hello {}", word),
                            "fail" => { eprintln!("bad"); std::process::exit(3) }
                            "loop" => { println!("begun"); loop { std::hint::spin_loop() } }
                            "hog" => {
                                let keep: Vec<_> = (1..31u8).map(|i| vec![i; 10_000_000]).collect();
                                println!("{}", keep.iter().map(|one| one[7] as u32).sum::<u32>());
                                loop { std::hint::spin_loop() }
                            }
                            "print" => for _ in 0..word.parse().unwrap() { println!("{}", "x".repeat(1023)) },
                            _ => io::stdout().write_all(b"\\xff\\xfeend\\n").unwrap(),
                        }
                    }
                    """,
                    "kotlin",
                    """
                    fun main() {
                        val mode = readLine()!!
                        val word = readLine()!!
                        when (mode) {
                            "greet" -> println("hello $word")
                            "fail" -> { System.err.println("bad"); System.exit(3) }
                            "loop" -> { println("begun"); while (true) {} }
                            "hog" -> {
                                val keep = List(30) { ByteArray(10_000_000) { 1 } }
                                while (keep.isNotEmpty()) {}
                            }
                            "print" -> repeat(word.toInt()) { println("x".repeat(1023)) }
                            else -> {
                                System.out.write(byteArrayOf(-1, -2, 101, 110, 100, 10))
                                System.out.flush()
                            }
                        }
                    }
                    """,
                    "typescript",
                    """
                    const [mode, word]: string[] = require('fs').readFileSync(0, 'utf8').split('\\n');
                    if (mode === 'greet') console.log('hello ' + word);
                    if (mode === 'fail') { console.error('bad'); process.exitCode = 3; }
                    if (mode === 'loop') { console.log('begun'); for (;;); }
                    if (mode === 'hog') {
                      const keep: any[] = [];
                      for (let i = 0; i < 30; i++) keep.push(Buffer.alloc(10000000, 1));
                      for (;;);
                    }
                    if (mode === 'print') for (let i = 0; i < Number(word); i++) console.log('x'.repeat(1023));
                    if (mode === 'bytes') process.stdout.write(Buffer.from('fffe656e640a', 'hex'));
                    """);

    private LargeSamples() {}
}
