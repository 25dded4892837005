package org.postkontor.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.postkontor.testkit.Machine;

/** Kills, counts, and writes docs/reliability.md; exit code 1 if anything was lost or doubled, or if too little was proven. */
public final class Reliability {
	private static final Duration NO_LIMIT = Duration.ofDays(7);
	/** Held, so that its level stays. */
	private static final Logger ROOT_LOGGER = Logger.getLogger("");

	private Reliability() {
	}

	/** Arguments as in {@link Options#USAGE}. */
	public static void main(String[] arguments) throws Exception {
		ROOT_LOGGER.setLevel(Level.SEVERE);
		Options options;
		try {
			options = Options.parse(List.of(arguments), LocalDate.now().toEpochDay());
		} catch (IllegalArgumentException e) {
			System.err.println(e.getMessage() + "\n" + Options.USAGE);
			System.exit(64);
			return;
		}
		System.exit(run(options) ? 0 : 1);
	}

	private static boolean run(Options options) throws Exception {
		Report report = new Report(options.root());
		Path work = options.root().resolve(".build/reliability");
		boolean good = options.kills() == 0 || kill(options, report, work) & new CutProof(work, options.workers(), System.out::println).run()
				& new MutationProof(options.root(), work, System.out::println).run();
		List<Figures> others = Figures.in(work);
		report.figures(others);
		Cases cases = Cases.in(options.root());
		report.cases(cases);
		List<String> bad = others.stream().filter(one -> !one.isGood()).map(Figures::title).toList();
		bad.forEach(title -> System.out.println("FAILED " + title));
		if (!cases.missing().isEmpty()) {
			System.out.println("FAILED no test for the cases " + cases.missing());
		}
		return good && bad.isEmpty() && cases.missing().isEmpty();
	}

	/** Numbers get onto the page only if they prove what the page says. */
	private static boolean kill(Options options, Report report, Path work) throws Exception {
		String machine = Machine.describe("./test --kills " + options.kills());
		System.out.println(machine + ", seed " + options.seed());
		Tally tally = new Kills(work.resolve("kills"), options.seed(), options.workers(), System.out::println).run(options.kills(), NO_LIMIT);
		System.out.println(Report.kills(tally));
		tally.lost().forEach(line -> System.out.println("LOST " + line));
		tally.doubled().forEach(line -> System.out.println("DOUBLED " + line));
		tally.other().forEach(line -> System.out.println("WRONG " + line));
		if (!tally.isEnough()) {
			System.out.println("FAILED fewer than " + Tally.ENOUGH + " kills at BOUNDARY, between the 250 and SENT, or with two mails on their way");
		}
		boolean good = tally.isGood() && tally.isEnough();
		if (good) {
			report.kills(tally, options.seed(), machine);
		}
		return good;
	}
}
