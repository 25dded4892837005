package org.postkontor.reliability;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.google.gson.Gson;

/**
 * What another proof left behind as {@code .build/reliability/NAME.json}.
 *
 * @param title   of the proof
 * @param seed    that chose what happened; null if nothing was left to chance
 * @param runs    how often something was broken
 * @param lost    mails that are gone
 * @param doubled mails that somebody got twice without a decision
 * @param inDoubt mails that wait for a decision
 * @param text    what was done, a sentence or two
 */
record Figures(String title, String seed, int runs, int lost, int doubled, int inDoubt, String text) {

	/** In the order of the files' names; empty if no proof was run. */
	static List<Figures> in(Path folder) throws IOException {
		List<Figures> all = new ArrayList<>();
		if (Files.isDirectory(folder)) {
			List<Path> found;
			try (Stream<Path> files = Files.list(folder)) {
				found = files.filter(file -> file.getFileName().toString().endsWith(".json")).sorted().toList();
			}
			for (Path file : found) {
				try (Reader in = Files.newBufferedReader(file)) {
					all.add(new Gson().fromJson(in, Figures.class));
				}
			}
		}
		return all;
	}

	/** Leaves it as {@code NAME.json} for {@link #in}. */
	void keep(Path folder, String name) throws IOException {
		Files.createDirectories(folder);
		Files.writeString(folder.resolve(name + ".json"), new Gson().toJson(this) + "\n");
	}

	boolean isGood() {
		return lost == 0 && doubled == 0;
	}

	/** For the page. */
	static String table(List<Figures> all) {
		StringBuilder table = new StringBuilder("| proof | runs | lost | doubled | in doubt | seed |\n|---|---:|---:|---:|---:|---|\n");
		StringBuilder texts = new StringBuilder();
		for (Figures one : all) {
			table.append("| ").append(one.title()).append(" | ").append(one.runs()).append(" | ").append(one.lost()).append(" | ").append(one.doubled())
					.append(" | ").append(one.inDoubt()).append(" | ").append(one.seed() == null ? "" : one.seed()).append(" |\n");
			texts.append("\n*").append(one.title()).append("*: ").append(one.text()).append('\n');
		}
		return table.append(texts).toString();
	}
}
