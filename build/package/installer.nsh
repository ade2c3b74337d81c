; Windows itself refuses this program the network, both ways, whoever starts it (law 5: one layer of several).
!macro customInstall
  nsExec::Exec 'netsh advfirewall firewall delete rule name="Tomoshibi: no network"'
  nsExec::Exec 'netsh advfirewall firewall add rule name="Tomoshibi: no network" dir=out action=block program="$INSTDIR\Tomoshibi.exe" enable=yes profile=any'
  nsExec::Exec 'netsh advfirewall firewall add rule name="Tomoshibi: no network" dir=in action=block program="$INSTDIR\Tomoshibi.exe" enable=yes profile=any'
!macroend

!macro customUnInstall
  nsExec::Exec 'netsh advfirewall firewall delete rule name="Tomoshibi: no network"'
!macroend
