package org.postkontor.reliability.cut;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.postkontor.testkit.Cut;
import org.postkontor.testkit.Direction;
import org.postkontor.testkit.TestAuthority;

/** Cuts the line at each byte of a session, in both directions, with a reset and with an end of the stream. */
public final class ByteCuts {
	private static final int PROGRESS = 500;

	private final Path folder;
	private final int workers;
	private final Consumer<String> progress;
	private final TestAuthority authority = TestAuthority.create();

	/**
	 * @param folder   empty; stays full
	 * @param workers  lines at a time
	 * @param progress gets a line now and then, from any thread
	 */
	public ByteCuts(Path folder, int workers, Consumer<String> progress) {
		this.folder = folder;
		this.workers = workers;
		this.progress = progress;
	}

	/** All of them. */
	public CutTally run() throws Exception {
		return run((session, cuttings) -> cuttings);
	}

	/** Those around the hand-over, and {@code others} of the rest, as a seed chooses them. */
	public CutTally sample(long seed, int others) throws Exception {
		return run((session, cuttings) -> {
			List<Cutting> rest = new ArrayList<>(cuttings.stream().filter(cutting -> !isClose(session, cutting)).toList());
			Collections.shuffle(rest, new Random(seed));
			List<Cutting> chosen = new ArrayList<>(rest.subList(0, Math.min(others, rest.size())));
			cuttings.stream().filter(cutting -> isClose(session, cutting)).forEach(chosen::add);
			return chosen;
		});
	}

	/** Within a few bytes of a moment at which something changes. */
	private static boolean isClose(Session session, Cutting cutting) {
		List<Long> moments = cutting.direction() == Direction.TO_SERVER ? List.of(session.data(), session.dot())
				: List.of(session.goAhead(), session.answered());
		return moments.stream().anyMatch(moment -> Math.abs(moment - cutting.at()) <= 4);
	}

	/** Which cuttings are tried. */
	private interface Choice {
		List<Cutting> of(Session session, List<Cutting> all);
	}

	private CutTally run(Choice choice) throws Exception {
		CutTally tally = new CutTally();
		List<Cutting> all;
		Session session;
		try (CutLine line = new CutLine(folder.resolve("first"), authority)) {
			session = line.session();
			all = all(session);
		}
		List<Cutting> chosen = choice.of(session, all);
		try (ExecutorService executor = Executors.newFixedThreadPool(workers)) {
			List<Callable<Void>> shares = new ArrayList<>();
			for (int worker = 0; worker < workers; worker++) {
				int share = worker;
				shares.add(() -> share(share, chosen, tally));
			}
			for (Future<Void> done : executor.invokeAll(shares)) {
				done.get();
			}
		}
		return tally;
	}

	private static List<Cutting> all(Session session) {
		List<Cutting> all = new ArrayList<>();
		for (Direction direction : Direction.values()) {
			for (Cut how : Cut.values()) {
				for (long at = 0; at <= session.length(direction); at++) {
					all.add(new Cutting(direction, how, at));
				}
			}
		}
		return all;
	}

	private Void share(int number, List<Cutting> chosen, CutTally tally) throws Exception {
		try (CutLine line = new CutLine(folder.resolve("line-" + number), authority)) {
			int runs = 0;
			for (int i = number; i < chosen.size(); i += workers) {
				line.run(chosen.get(i));
				if (++runs % PROGRESS == 0) {
					progress.accept(runs + " of " + chosen.size() / workers + " cuts on line " + number);
				}
			}
			line.judge(tally);
		}
		return null;
	}
}
