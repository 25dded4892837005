package org.postkontor.outbox.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.fakes.Invariants;
import org.postkontor.outbox.OutboxId;

/** Cases of the fault catalogue with everything around the outbox made of fakes; the invariants are checked after each. */
abstract class CaseWithFakes {
	@TempDir
	Path folder;
	Rig rig;
	final Set<OutboxId> decided = new HashSet<>();
	private final List<OutboxId> accepted = new ArrayList<>();

	@BeforeEach
	void open() {
		rig = new Rig(folder).withImap();
	}

	/** The caller was told that this mail is safe. */
	OutboxId accepted(OutboxId id) {
		accepted.add(id);
		return id;
	}

	@AfterEach
	void invariants() throws Exception {
		try (Rig ended = rig) {
			Invariants invariants = new Invariants(folder, ended.outbox(), witness(ended), decided, List.of("token1"));
			invariants.look(accepted).assertGood("after the fault");
			invariants.assertRecovered(Rig.ANNA, Rig.draft("after the fault", 1));
			ended.restart();
			new Invariants(folder, ended.outbox(), witness(ended), decided, List.of("token1")).look(accepted).assertGood("after the restart");
		}
	}

	private static Invariants.Witness witness(Rig rig) {
		return new Invariants.Witness() {
			@Override
			public int deliveries(String messageId) {
				return (int) rig.sender.deliveries.stream().filter(d -> d.messageId().equals(messageId)).flatMap(d -> d.recipients().stream()).distinct()
						.mapToLong(r -> rig.sender.deliveries.stream().filter(d -> d.messageId().equals(messageId) && d.recipients().contains(r)).count()).max()
						.orElse(0);
			}

			@Override
			public int copies(String messageId) {
				return (int) rig.receiver.sent.stream().filter(messageId::equals).count();
			}
		};
	}
}
