package io.fayan.people.domain;

import io.fayan.kernel.LocalisedName;
import io.fayan.kernel.PersonId;
import io.fayan.people.Unit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "org_unit")
public class OrgUnit {

    @Id
    private String code;

    @Column(name = "name_zh_cn")
    private String nameZhCn;

    @Column(name = "name_zh_tw")
    private String nameZhTw;

    @Column(name = "name_en")
    private String nameEn;

    private @Nullable String parent;

    @Column(name = "lead_id")
    private @Nullable String lead;

    @Version
    private @Nullable Long version;

    protected OrgUnit() {}

    public OrgUnit(Unit unit) {
        code = unit.code();
        take(unit);
    }

    /** Takes over new facts under the same code. @return whether anything is different now */
    public boolean become(Unit unit) {
        if (!unit.code().equals(code)) {
            throw new IllegalArgumentException("A unit keeps its code");
        }
        var different = !unit.equals(view());
        take(unit);
        return different;
    }

    private void take(Unit unit) {
        nameZhCn = unit.name().zhCn();
        nameZhTw = unit.name().zhTw();
        nameEn = unit.name().en();
        parent = unit.parent();
        lead = unit.lead() == null ? null : unit.lead().value();
    }

    public Unit view() {
        return new Unit(
                code, new LocalisedName(nameZhCn, nameZhTw, nameEn), parent, lead == null ? null : new PersonId(lead));
    }
}
