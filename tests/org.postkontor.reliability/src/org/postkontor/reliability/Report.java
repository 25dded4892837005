package org.postkontor.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.postkontor.testkit.Page;

/** Writes what came out into {@code docs/reliability.md}, between its marks. */
final class Report {
	private final Path page;

	/** @param root of the checkout */
	Report(Path root) {
		page = root.resolve("docs/reliability.md");
	}

	/** @param machine where and with which command it was run */
	void kills(Tally tally, long seed, String machine) throws IOException {
		write("kills", kills(tally) + "\nSeed " + seed + ". " + machine);
	}

	void cases(Cases cases) throws IOException {
		write("cases", cases.table());
	}

	/** Numbers of runs that were not done this time stay as they are. */
	void figures(List<Figures> figures) throws IOException {
		if (!figures.isEmpty()) {
			write("others", Figures.table(figures));
		}
	}

	/** What is printed and written about the kills. */
	static String kills(Tally tally) {
		StringBuilder text = new StringBuilder("| where the mail stood when the process was killed | kills |\n|---|---:|\n");
		for (Standing standing : Standing.values()) {
			text.append("| ").append(standing.text()).append(" | ").append(tally.kills(standing)).append(" |\n");
		}
		text.append("| **all** | **").append(tally.kills()).append("** |\n\n");
		text.append("In ").append(tally.together()).append(" of them two lines of the lane or more had a mail on its way.\n\n");
		text.append("| mails said to be accepted | that reached the server | lost | doubled | in doubt, for a person to decide |\n|---:|---:|---:|---:|---:|\n");
		text.append("| ").append(tally.accepted()).append(" | ").append(tally.delivered()).append(" | **").append(tally.lost().size()).append("** | **")
				.append(tally.doubled().size()).append("** | ").append(tally.doubts()).append(" |\n");
		return text.toString();
	}

	private void write(String name, String numbers) throws IOException {
		Files.writeString(page, Page.with(Files.readString(page), name, numbers));
	}
}
