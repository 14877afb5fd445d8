package counterexample.speaking.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;

@Entity
public class RequestHelper {
    @Id
    String number;

    @Lob
    String text;
}
