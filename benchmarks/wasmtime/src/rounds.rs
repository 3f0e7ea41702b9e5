use std::time::Instant;
use wasmtime::Result;

/// How long each row is run: as many iterations to warm up as are then measured.
pub struct Rounds {
    pub iterations: u32,
    /// The length of an iteration.
    pub seconds: f64,
}

impl Rounds {
    /// Runs `work`, which does `operations` operations a time, and prints its row.
    pub fn measure(
        &self,
        name: &str,
        operations: u32,
        mut work: impl FnMut() -> Result<()>,
    ) -> Result<()> {
        for _ in 0..self.iterations {
            self.iteration(operations, &mut work)?;
        }
        let mut times = Vec::new();
        for _ in 0..self.iterations {
            times.push(self.iteration(operations, &mut work)?);
        }
        let mean = times.iter().sum::<f64>() / times.len() as f64;
        let fastest = times.iter().copied().fold(f64::INFINITY, f64::min);
        let slowest = times.iter().copied().fold(0.0, f64::max);
        println!("{name}\t{mean:.1}\t{fastest:.1}\t{slowest:.1}");
        Ok(())
    }

    /// The nanoseconds of one operation. The clock is asked once for every 100 turns.
    fn iteration(&self, operations: u32, work: &mut impl FnMut() -> Result<()>) -> Result<f64> {
        let begin = Instant::now();
        let mut turns = 0u64;
        loop {
            for _ in 0..100 {
                work()?;
            }
            turns += 100;
            let elapsed = begin.elapsed().as_secs_f64();
            if elapsed >= self.seconds {
                return Ok(elapsed * 1e9 / (turns as f64 * f64::from(operations)));
            }
        }
    }
}
