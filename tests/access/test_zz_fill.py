"""pytest file: writes the table from the answers."""
import re
from django.db import transaction
from django.test import override_settings
from tests.access.table import *
from tests.access.conftest import *
OF = {
 "people:person":"person","people:details":"person","people:new_employment":"person","people:manager":"person","people:membership":"person","people:new_absence":"person","people:invitation":"person",
 "people:terms":"employment","people:last_day":"employment","people:membership_ending":"beside","people:absence":["sick","holiday"],"people:absence_removal":["sick","holiday"],
 "people:role_ending":"grant","people:signer_ending":"right","people:department":"department","people:team":"team","people:placement":"team","people:site":"site","people:entity":"entity","people:merger":"entity",
 "people:agreement":"agreement","people:import_result":"import","people:import_undoing":"import","people:staff_list_template":"csv","people:staff_list":"csv",
 "people:entry":["-","demo"],"overview:try_it":["-","demo"],
 "overview:application":["waiting","draft","answered"],"overview:decision":["waiting","draft"],"overview:withdrawal":["waiting"],"overview:arrangement":"arrangement","overview:rule":"rule",
 "policy:version":"version","policy:receipt":"version","policy:receipts":"version","policy:clause":"clause","policy:clause_place":"clause","policy:clause_removal":"clause","policy:job_function":"function","policy:job_function_use":"function",
 "account_reset_password_from_key":"link","mfa_edit_webauthn":"passkey","mfa_remove_webauthn":"passkey","openid_connect_login":"provider","openid_connect_callback":"provider",
}
def test_fill(world):
    out=[]
    for name in routes():
        of = OF.get(name) or (["signed","evidence","offered"] if name.startswith("documents:") and name in arguments() else ["-"])
        for o in ([of] if isinstance(of,str) else of):
            for method in ("GET","POST"):
                answers=[];onward=set()
                for who in WHO:
                    with override_settings(DEMO=(o=="demo")), transaction.atomic():
                        r=Row(method,name,o,())
                        a,w=said(ask(world.browsers[who],r,world.records))
                        transaction.set_rollback(True)
                    answers.append(a); onward|={w} if w else set()
                out.append(Row(method,name,o,tuple(answers),"|".join(sorted(onward))))
    open("/tmp/routes_filled.txt","w").write("\n".join(r.written() for r in out)+"\n")
