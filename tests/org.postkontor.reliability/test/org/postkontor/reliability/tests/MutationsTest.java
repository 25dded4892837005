package org.postkontor.reliability.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postkontor.reliability.mutation.Mutation;
import org.postkontor.reliability.mutation.Mutations;

@Tag("long")
class MutationsTest {
	@TempDir
	Path folder;

	static List<Mutation> known() {
		return Mutation.known();
	}

	@ParameterizedTest
	@MethodSource("known")
	void aKnownMistakeIsNoticed(Mutation mutation) throws Exception {
		assertEquals(Optional.empty(), new Mutations(CasesTest.checkout(), folder).complaint(mutation));
	}
}
