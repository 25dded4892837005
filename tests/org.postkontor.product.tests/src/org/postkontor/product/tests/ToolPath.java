package org.postkontor.product.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A PATH with the usual small tools, but without one that is to be missed. */
final class ToolPath {
	private static final List<String> TOOLS = List.of("bash", "sh", "env", "dirname", "readlink", "find", "head", "sed", "xargs", "touch", "mkdir",
			"rm", "mv", "uname", "cat", "ls", "cksum", "tr", "mktemp", "sleep", "rmdir");

	private ToolPath() {
	}

	/** Makes the folder below {@code folder}. The tools are links to those of this machine. */
	static String without(String missing, Path folder) throws IOException {
		Path tools = Files.createDirectory(folder.resolve("tools-without-" + missing));
		for (String tool : TOOLS) {
			for (Path place : List.of(Path.of("/usr/bin"), Path.of("/bin"))) {
				if (Files.exists(place.resolve(tool)) && !Files.exists(tools.resolve(tool))) {
					Files.createSymbolicLink(tools.resolve(tool), place.resolve(tool));
				}
			}
		}
		return tools.toString();
	}
}
