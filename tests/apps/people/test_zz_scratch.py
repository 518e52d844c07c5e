import time
from datetime import date
import pytest
from hjemmedag.adapters.spreadsheets import write_csv
from hjemmedag.apps.people.actions.imports import take_in, StaffFile, Choices
from hjemmedag.apps.people.actions.undo import undo_import
from hjemmedag.apps.people.queries.imports import preview
from hjemmedag.apps.people.queries import export
from hjemmedag.apps.people import models
from tests.conftest import NOW, TODAY

def rows(n, title="Udvikler"):
    for i in range(1,n+1):
        yield [f"{i+5000:05}",f"Fornavn{i}",f"Efter{i}",f"m{i}@proeve.example",date(2015,1,1),None,37,title,f"Afd{i%30}",f"Team{i%300}",f"{5001:05}" if i>1 else "",f"Sted{i%5}",f"OK{i%3}","da"]

def go(n, title, key):
    f=write_csv(export.headings(), rows(n,title))
    t=time.process_time(); p=preview(content=f,today=TODAY); print("preview",time.process_time()-t, len(p.faults), [x.text.en for x in p.faults][:3])
    t=time.process_time(); r=take_in(file=StaffFile("x.csv",f,key),choices=Choices(digest=p.plan.digest,though_large=True),actor=None,now=NOW,today=TODAY); print("take_in",time.process_time()-t)
    return r

def test_speed(company, dorte):
    n=10000
    r=go(n,"Udvikler","a"); print(r.created,r.changed)
    assert go(n,"Udvikler","b") is None
    r2=go(n,"Tester","c"); print(r2.created,r2.changed)
    before=list(export.staff_list(TODAY))
    t=time.process_time(); undo_import(source=r2.pk,actor=None,now=NOW); print("undo",time.process_time()-t)
    t=time.process_time(); undo_import(source=r.pk,actor=None,now=NOW); print("undo",time.process_time()-t)
    assert models.Employee.objects.count()==1
    print(models.Site.objects.count(), models.Team.objects.count())
