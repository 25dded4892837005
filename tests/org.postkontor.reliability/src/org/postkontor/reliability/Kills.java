package org.postkontor.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Kills processes at random moments, many times, and says what became of their mails. */
public final class Kills {
	/** Kills of one home, before it is judged and the next one begins. */
	private static final int LIVES = 25;

	private final Path folder;
	private final long seed;
	private final int workers;
	private final Consumer<String> progress;

	/**
	 * @param folder   on a disk of the usual kind; emptied first, and afterwards if all is well
	 * @param workers  homes at a time
	 * @param progress gets a line now and then, from any thread
	 */
	public Kills(Path folder, long seed, int workers, Consumer<String> progress) {
		this.folder = folder;
		this.seed = seed;
		this.workers = workers;
		this.progress = progress;
	}

	/** @param limit ends earlier after that time, for a quick look */
	public Tally run(int kills, Duration limit) throws Exception {
		long end = System.nanoTime() + limit.toNanos();
		delete(folder);
		Files.createDirectories(folder);
		VictimRuntime runtime = new VictimRuntime(folder);
		prepare(runtime);
		Tally tally = new Tally();
		AtomicInteger left = new AtomicInteger(kills);
		AtomicInteger homes = new AtomicInteger();
		Callable<Void> worker = () -> {
			while (left.get() > 0 && System.nanoTime() < end) {
				home(runtime, homes.getAndIncrement(), tally, () -> System.nanoTime() < end && left.getAndDecrement() > 0);
			}
			return null;
		};
		try (ExecutorService executor = Executors.newFixedThreadPool(workers)) {
			for (Future<Void> done : executor.invokeAll(Collections.nCopies(workers, worker))) {
				done.get();
			}
		}
		if (tally.isGood()) {
			delete(folder);
		}
		return tally;
	}

	private void home(VictimRuntime runtime, int number, Tally tally, BooleanSupplier another) throws Exception {
		Path place = folder.resolve("home-" + number);
		Files.createDirectories(place);
		Random random = new Random(seed + number);
		try (Servers servers = new Servers(place, random)) {
			Lives lives = new Lives(runtime, place, servers, random, tally);
			for (int life = 0; life < LIVES && another.getAsBoolean(); life++) {
				lives.live();
			}
			lives.judge();
		}
		progress.accept(tally.kills() + " kills, " + tally.accepted() + " mails, lost " + tally.lost().size() + ", doubled " + tally.doubled().size());
		if (tally.isGood()) {
			delete(place);
		}
	}

	private void prepare(VictimRuntime runtime) throws IOException, InterruptedException {
		Path place = folder.resolve("first");
		Files.createDirectories(place);
		try (Servers servers = new Servers(place, new Random(seed))) {
			runtime.archive(servers, place.resolve("home"));
		}
	}

	static void delete(Path place) throws IOException {
		if (Files.notExists(place)) {
			return;
		}
		try (var files = Files.walk(place)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
	}
}
