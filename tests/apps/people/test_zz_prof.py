import cProfile, pstats
from tests.apps.people.test_zz_scratch import *
from hjemmedag.apps.people.queries.imports import preview
def test_prof(company, dorte):
    f=write_csv(export.headings(), rows(10000))
    p=preview(content=f,today=TODAY)
    pr=cProfile.Profile(time.process_time); pr.enable()
    take_in(file=StaffFile("x.csv",f,"k"),choices=Choices(digest=p.plan.digest,though_large=True),actor=None,now=NOW,today=TODAY)
    pr.disable(); pstats.Stats(pr).sort_stats("cumtime").print_stats(45)
