"""Addresses of people, the company, oneself and signing in."""

from allauth.account import views as library
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as social
from django.urls import path, re_path, reverse_lazy

from hjemmedag.apps.people.views import (
    absences,
    agreements,
    belonging,
    company,
    demo_entry,
    employee,
    employees,
    employments,
    entities,
    imports,
    invitation,
    language,
    me,
    organisation,
    proof,
    provider,
    roles,
    second_factor,
    sign_in,
    sites,
    stand_ins,
)

app_name = "people"

me_and_sign_in = [
    path("mig/", me.page, name="me"),
    path("mig/adresse/", me.home, name="my_home"),
    path("mig/andre-steder/", me.elsewhere, name="elsewhere"),
    path("sprog/", language.choose, name="language"),
    path("bekraeftelse/", proof.again, name="proof"),
    path("mennesker/<int:pk>/invitation/", invitation.send, name="invitation"),
    path("mennesker/<int:pk>/login/", invitation.reset, name="sign_in_reset"),
    path("demo/", demo_entry.page, name="entry"),
]

people_and_company = [
    path("mennesker/", employees.listing, name="people"),
    path("mennesker/ny/", employees.new, name="new_person"),
    path("mennesker/forslag/", employees.suggestions, name="suggestions"),
    path("mennesker/<int:pk>/", employee.page, name="person"),
    path("mennesker/<int:pk>/oplysninger/", employee.details, name="details"),
    path("mennesker/<int:pk>/ansaettelse/", employments.new, name="new_employment"),
    path("mennesker/<int:pk>/leder/", belonging.manager, name="manager"),
    path("mennesker/<int:pk>/stedfortraeder/", stand_ins.new, name="new_stand_in"),
    path("stedfortraedere/<int:pk>/ophoer/", stand_ins.ending, name="stand_in_ending"),
    path("mennesker/<int:pk>/team/", belonging.team, name="membership"),
    path("mennesker/<int:pk>/fravaer/", absences.new, name="new_absence"),
    path("ansaettelser/<int:pk>/vilkaar/", employments.terms, name="terms"),
    path("ansaettelser/<int:pk>/sidste-dag/", employments.last_day, name="last_day"),
    path("medlemskaber/<int:pk>/sidste-dag/", belonging.leave, name="membership_ending"),
    path("fravaer/<int:pk>/", absences.page, name="absence"),
    path("fravaer/<int:pk>/fjernelse/", absences.removal, name="absence_removal"),
    path("roller/", roles.page, name="roles"),
    path("roller/ny/", roles.new, name="new_role"),
    path("roller/ny/udefra/", roles.new_outsider, name="new_outsider"),
    path("roller/<int:pk>/sidste-dag/", roles.ending, name="role_ending"),
    path("underskriftsret/ny/", roles.new_signer, name="new_signer"),
    path("underskriftsret/<int:pk>/sidste-dag/", roles.signer_ending, name="signer_ending"),
    path("organisation/", organisation.page, name="organisation"),
    path("organisation/afdelinger/ny/", organisation.new_department, name="new_department"),
    path("organisation/afdelinger/<int:pk>/", organisation.department, name="department"),
    path("organisation/teams/ny/", organisation.new_team, name="new_team"),
    path("organisation/teams/<int:pk>/", organisation.team, name="team"),
    path("organisation/teams/<int:pk>/placering/", organisation.placement, name="placement"),
    path("organisation/arbejdssteder/ny/", sites.new, name="new_site"),
    path("organisation/arbejdssteder/<int:pk>/", sites.page, name="site"),
    path("organisation/enheder/ny/", entities.new, name="new_entity"),
    path("organisation/enheder/<int:pk>/", entities.page, name="entity"),
    path("organisation/enheder/<int:pk>/fusion/", entities.merger, name="merger"),
    path("overenskomster/", agreements.listing, name="agreements"),
    path("overenskomster/ny/", agreements.new, name="new_agreement"),
    path("overenskomster/<int:pk>/", agreements.page, name="agreement"),
    path("virksomhed/", company.page, name="company"),
]

staff_list = [
    path("mennesker/import/", imports.upload, name="import"),
    path("mennesker/import/gennemsyn/", imports.look, name="import_preview"),
    path("mennesker/import/<int:pk>/", imports.result, name="import_result"),
    path("mennesker/import/<int:pk>/fortrydelse/", imports.undoing, name="import_undoing"),
    path("mennesker/import/skabelon.<str:ending>", imports.template, name="staff_list_template"),
    path("mennesker/import/medarbejdere.<str:ending>", imports.staff_list, name="staff_list"),
]

account = [
    path("log-ind/", sign_in.SignIn.as_view(), name="account_login"),
    path("log-ud/", library.logout, name="account_logout"),
    path("lukket/", library.account_inactive, name="account_inactive"),
    path("bekraeft/", library.reauthenticate, name="account_reauthenticate"),
    path("adgangskode/", library.password_change, name="account_change_password"),
    path("adgangskode/ny/", library.password_set, name="account_set_password"),
    path("adgangskode/glemt/", sign_in.ForgottenPassword.as_view(), name="account_reset_password"),
    path("adgangskode/glemt/sendt/", library.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^adgangskode/valg/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        library.PasswordResetFromKeyView.as_view(success_url=reverse_lazy("account_login")),
        name="account_reset_password_from_key",
    ),
    path("to-trin/", mfa.index, name="mfa_index"),
    path("to-trin/kode/", mfa.authenticate, name="mfa_authenticate"),
    path("to-trin/bekraeft/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("to-trin/app/", second_factor.ConnectApp.as_view(), name="mfa_activate_totp"),
    path("to-trin/app/fjern/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("to-trin/koder/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("to-trin/koder/nye/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("to-trin/koder/hent/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("noegler/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("noegler/ny/", second_factor.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("noegler/log-ind/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("noegler/bekraeft/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("noegler/<int:pk>/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("noegler/<int:pk>/fjern/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("udbyder/opgivet/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("udbyder/<str:provider_id>/", provider.sign_in, name="openid_connect_login"),
    path("udbyder/<str:provider_id>/svar/", provider.callback, name="openid_connect_callback"),
]
"""Signing in, under the names by which the sign-in library knows its pages. What isn't here can't be opened: signing
up, more addresses, other accounts."""

urlpatterns = [*people_and_company, *staff_list, *me_and_sign_in]
