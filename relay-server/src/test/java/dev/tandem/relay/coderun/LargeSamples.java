package dev.tandem.relay.coderun;

import java.util.Map;

/// Programs as in [Samples], in languages whose toolchains are large and seldom installed.
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
                    """);

    private LargeSamples() {}
}
