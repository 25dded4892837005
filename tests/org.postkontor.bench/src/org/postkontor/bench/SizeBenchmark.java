package org.postkontor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a user downloads. */
final class SizeBenchmark implements Benchmark {
	private static final double MEGABYTE = 1e6;

	@Override
	public String name() {
		return "size";
	}

	@Override
	public String run(Options options) throws IOException {
		Path products = options.root().resolve("releng/org.postkontor.product/target/products");
		List<Path> archives;
		try (var files = Files.list(products)) {
			archives = files.filter(Files::isRegularFile).sorted().toList();
		}
		if (archives.isEmpty()) {
			throw new IllegalStateException("no archive of a product was built");
		}
		Table table = new Table("archive", "MB (target: under 70, without a JRE)");
		for (Path archive : archives) {
			table.row(archive.getFileName().toString(), Spread.number(Files.size(archive) / MEGABYTE, 1));
		}
		return table.toString();
	}
}
